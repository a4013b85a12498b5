import { TenantField as TenantField_1d0591e3cf4f332c83a86da13a0de59a } from '@payloadcms/plugin-multi-tenant/client'
import { LockedNameCell as LockedNameCell_87acb7c1c55d52784e9afd93e3e60005 } from '../../../../src/admin/lists/LockedNameCell.tsx'
import { SourceText as SourceText_21291a9493e12314e28f8cf2f2cde4ea } from '../../../../src/admin/languages/SourceText.tsx'
import { NumberInput as NumberInput_a30afad050500cecde6946784af23b69 } from '../../../../src/admin/fields/NumberInput.tsx'
import { OutcomeRowLabel as OutcomeRowLabel_fdf91df827079d4fe4364e04b5d7d3b7 } from '../../../../src/admin/rowLabels/OutcomeRowLabel.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { PasteFeatureClient as PasteFeatureClient_8a7c58f2e7a59abd09b706d3dffabb83 } from '../../../../src/admin/editor/paste/feature.tsx'
import { LinksFeatureClient as LinksFeatureClient_b818d554607a560fe71244ec4cf8b91f } from '../../../../src/admin/editor/links/feature.tsx'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { MetricPreview as MetricPreview_3a7e1c6fa41b3c56578dbadcd7280be2 } from '../../../../src/admin/blocks/figures.tsx'
import { GalleryPreview as GalleryPreview_f0dca52bf7b310abaf9dbcef5dd2e2bd } from '../../../../src/admin/blocks/pictures.tsx'
import { BeforeAfterPreview as BeforeAfterPreview_f0dca52bf7b310abaf9dbcef5dd2e2bd } from '../../../../src/admin/blocks/pictures.tsx'
import { UrlHint as UrlHint_d4678733a02c3d703e433efe8199a44f } from '../../../../src/admin/fields/hints.tsx'
import { VideoPreview as VideoPreview_f0dca52bf7b310abaf9dbcef5dd2e2bd } from '../../../../src/admin/blocks/pictures.tsx'
import { QuotePreview as QuotePreview_b16300e19fca48f9b028d0eaa902e670 } from '../../../../src/admin/blocks/words.tsx'
import { TimelinePreview as TimelinePreview_b16300e19fca48f9b028d0eaa902e670 } from '../../../../src/admin/blocks/words.tsx'
import { ComparePreview as ComparePreview_b16300e19fca48f9b028d0eaa902e670 } from '../../../../src/admin/blocks/words.tsx'
import { EmbedPreview as EmbedPreview_b16300e19fca48f9b028d0eaa902e670 } from '../../../../src/admin/blocks/words.tsx'
import { CodePreview as CodePreview_b16300e19fca48f9b028d0eaa902e670 } from '../../../../src/admin/blocks/words.tsx'
import { DownloadsPreview as DownloadsPreview_b16300e19fca48f9b028d0eaa902e670 } from '../../../../src/admin/blocks/words.tsx'
import { CallToActionPreview as CallToActionPreview_b16300e19fca48f9b028d0eaa902e670 } from '../../../../src/admin/blocks/words.tsx'
import { SlashFeatureClient as SlashFeatureClient_f1469ad4de4334d79cd4e0a976d1afb3 } from '../../../../src/admin/editor/slash/feature.tsx'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChapterRowLabel as ChapterRowLabel_b9a9313fbf14c453c4c492e97fea10e8 } from '../../../../src/admin/rowLabels/ChapterRowLabel.tsx'
import { AnonymityWarning as AnonymityWarning_5cb7b4aec7ee74f297e3b70e3fee1592 } from '../../../../src/admin/fields/AnonymityWarning.tsx'
import { CreditRowLabel as CreditRowLabel_513dfa1764013a686ae55c69e69b07c5 } from '../../../../src/admin/rowLabels/CreditRowLabel.tsx'
import { UnpublishedReferences as UnpublishedReferences_486635d2da048c5d8e162212a2ab8368 } from '../../../../src/admin/fields/UnpublishedReferences.tsx'
import { SlugHint as SlugHint_d4678733a02c3d703e433efe8199a44f } from '../../../../src/admin/fields/hints.tsx'
import { StudyStateCell as StudyStateCell_82692c475a795ca0f58affe968ecf457 } from '../../../../src/admin/lists/StudyStateCell.tsx'
import { DateInput as DateInput_39546a133f8ff401c44f6c08d313a3fc } from '../../../../src/admin/fields/DateInput.tsx'
import { UndoRemoval as UndoRemoval_d1c6c6a838301768b184dffd8b4bc9d6 } from '../../../../src/admin/rows/UndoRemoval.tsx'
import { AuthorField as AuthorField_0d04556a735559402d5a70c7bfc4287a } from '../../../../src/admin/fields/AuthorField.tsx'
import { ListEmpty as ListEmpty_fd9aba4242f251f4bf48c8566cb19163 } from '../../../../src/admin/lists/ListEmpty.tsx'
import { BeforeDeleteMany as BeforeDeleteMany_f7016321ee55097690d22bbb6dfe4768 } from '../../../../src/admin/references/BeforeDelete.tsx'
import { TrashOwn as TrashOwn_ed9921cf85100c8a9c086ae1863f196a } from '../../../../src/admin/lists/TrashOwn.tsx'
import { NothingToSelect as NothingToSelect_1633f7926529aac395d323db5d43ef5c } from '../../../../src/admin/lists/NothingToSelect.tsx'
import { BeforeDeleteOne as BeforeDeleteOne_f7016321ee55097690d22bbb6dfe4768 } from '../../../../src/admin/references/BeforeDelete.tsx'
import { NothingToSave as NothingToSave_4f9948f6a0d364cc0cbd0885836fd21f } from '../../../../src/admin/publish/NothingToSave.tsx'
import { Untitled as Untitled_ae2e11d70fa8b1e7592692728d453e1a } from '../../../../src/admin/titles/Untitled.tsx'
import { PublishOrSay as PublishOrSay_d9ae984802a4f2a0bddfeaf0d2db8c7d } from '../../../../src/admin/publish/PublishOrSay.tsx'
import { UnpublishIfAllowed as UnpublishIfAllowed_4f6d97222d3304a18129d9b167015012 } from '../../../../src/admin/publish/UnpublishIfAllowed.tsx'
import { VersionOfDocument as VersionOfDocument_5b3b9949b58f9b81d0e430610b8d5cce } from '../../../../src/admin/views/VersionOfDocument.tsx'
import { RestoreAndPublish as RestoreAndPublish_e4c4638f9e870abe6e503c4d6e76197f } from '../../../../src/admin/versions/RestoreAndPublish.tsx'
import { VersionsOfDocument as VersionsOfDocument_84c1f923c92a24773f57c149f27d22fd } from '../../../../src/admin/views/VersionsOfDocument.tsx'
import { ListView as ListView_ec94aaa3d9037f66da044804a73617f6 } from '../../../../src/admin/lists/ListView.tsx'
import { NameCell as NameCell_d107d8c122c6394ae9f8e7692d6af9f3 } from '../../../../src/admin/lists/NameCell.tsx'
import { OptionCell as OptionCell_c107ee19f3898614a4a4033b2282ec74 } from '../../../../src/admin/lists/OptionCell.tsx'
import { UsesPanel as UsesPanel_02611428ae7edd341113654e6b48a0d4 } from '../../../../plugins/media/components/uses/UsesPanel.tsx'
import { FileView as FileView_17d17170b55404c4f908fb227265c94f } from '../../../../plugins/media/components/edit/FileView.tsx'
import { LibraryView as LibraryView_956247336d743f6ad547bf4587007fe5 } from '../../../../src/admin/lists/LibraryView.tsx'
import { DuplicatesView as DuplicatesView_fa96101730c05c9a6cb92fa3f0966e23 } from '../../../../plugins/media/components/duplicates/DuplicatesView.tsx'
import { ThemeField as ThemeField_17c2facd94cd21d514e1a1e670a7a851 } from '../../../../src/admin/fields/ThemeField.tsx'
import { TypePairingField as TypePairingField_d79467a829b0afebea5ba342713b7399 } from '../../../../src/admin/fields/TypePairingField.tsx'
import { ColourField as ColourField_ba4e5d59b0ede360db033ef631dad4f6 } from '../../../../src/admin/fields/ColourField.tsx'
import { LabelRowLabel as LabelRowLabel_a364291665ac38fa481e97452a2fa18f } from '../../../../src/admin/rowLabels/LabelRowLabel.tsx'
import { SiteSettingsList as SiteSettingsList_d27719e00a9011a76a64a90e2588e8f7 } from '../../../../src/admin/views/SiteSettingsList.tsx'
import { Nothing as Nothing_8a61ec406b720ab4a58e56ac2dd3f45b } from '../../../../src/admin/domains/Nothing.tsx'
import { ProofPanel as ProofPanel_6a605bba038339015a8f7f3fa8c16e81 } from '../../../../src/admin/domains/ProofPanel.tsx'
import { WatchTenantCollection as WatchTenantCollection_1d0591e3cf4f332c83a86da13a0de59a } from '@payloadcms/plugin-multi-tenant/client'
import { MembershipTitle as MembershipTitle_d8d12c893a1d1aefb8f6f11009664d19 } from '../../../../src/admin/people/MembershipTitle.tsx'
import { MembershipActions as MembershipActions_b814c6ee698394c935471298ffd90a5b } from '../../../../src/admin/people/MembershipActions.tsx'
import { InviteBar as InviteBar_ed1a895aeb9c37948c7716cdb1f895a1 } from '../../../../src/admin/people/InviteBar.tsx'
import { InvitationActions as InvitationActions_2f69ca119c5b9d6c0d43d3b36d556e38 } from '../../../../src/admin/people/InvitationActions.tsx'
import { SendButton as SendButton_c2985f6e74b6976455ac5efe9edfbfe5 } from '../../../../src/admin/people/SendButton.tsx'
import { PermissionsField as PermissionsField_f34336e3d28aaffffa34224bc0de3984 } from '../../../../src/admin/roles/PermissionsField.tsx'
import { SignIn as SignIn_368dd4b226308f5bbe1c2284fcfc166b } from '../../../../src/admin/account/SignIn.tsx'
import { Icon as Icon_5eddd781ceb78812efb2dcc0cec36920 } from '../../../../src/admin/brand/Icon.tsx'
import { Logo as Logo_4e09468e0ebd520d26aeb16b582ff914 } from '../../../../src/admin/login/Logo.tsx'
import { Foot as Foot_b4ee19b3ad6d80fa87cc8adefea9c91e } from '../../../../src/admin/login/Foot.tsx'
import { ImporterLink as ImporterLink_e4534fcee82cfd71ff0dee1ead9d099d } from '../../../../plugins/importer/components/ImporterLink.tsx'
import { TenantSelector as TenantSelector_d6d5f193a167989e2ee7d14202901e62 } from '@payloadcms/plugin-multi-tenant/rsc'
import { Home as Home_31a9876881df7767563080fe586262ee } from '../../../../src/admin/nav/Home.tsx'
import { TieLabels as TieLabels_0d8ee71c292a61de1c124c70e2ee9bff } from '../../../../src/admin/fields/TieLabels.tsx'
import { ConnectionNotice as ConnectionNotice_8fd7d2ef7cfade8dc1fef57c36be5dbf } from '../../../../src/admin/connection/ConnectionNotice.tsx'
import { RefusalNotices as RefusalNotices_68e843bc885a5b66beaca94eebe65b2c } from '../../../../src/admin/refusals/RefusalNotices.tsx'
import { StillReferenced as StillReferenced_557db7b2a691a72321da289357e53c5d } from '../../../../src/admin/references/StillReferenced.tsx'
import { UploadHandler as UploadHandler_3e3e6107cf506211dc869d57b6f7617e } from '../../../../plugins/media/components/uploader/UploadHandler.tsx'
import { QuietRefresh as QuietRefresh_45cd0977c46dcda1f7b28952246045e2 } from '../../../../src/admin/tenants/QuietRefresh.tsx'
import { TenantSelectionProvider as TenantSelectionProvider_d6d5f193a167989e2ee7d14202901e62 } from '@payloadcms/plugin-multi-tenant/rsc'
import { UsualRefresh as UsualRefresh_45cd0977c46dcda1f7b28952246045e2 } from '../../../../src/admin/tenants/QuietRefresh.tsx'
import { AcceptInvitation as AcceptInvitation_ee90b751b5f9d13fedb2f2af78235b81 } from '../../../../src/admin/views/AcceptInvitation.tsx'
import { ConfirmEmail as ConfirmEmail_3ea17565e0606f972d228cb3c7eba00e } from '../../../../src/admin/views/ConfirmEmail.tsx'
import { ChooseTenant as ChooseTenant_3bfff9a3adff97636a941a059bef2026 } from '../../../../src/admin/views/ChooseTenant.tsx'
import { StartView as StartView_75b526ff5ebba3b996dd1fe3cafd5e25 } from '../../../../src/admin/start/StartView.tsx'
import { Dashboard as Dashboard_bfcc977efa0be7d8a0df028c625b41ee } from '../../../../src/admin/dashboard/Dashboard.tsx'
import { ImporterView as ImporterView_613cca17453e5a9e73bae46fd9418412 } from '../../../../plugins/importer/components/ImporterView.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/plugin-multi-tenant/client#TenantField": TenantField_1d0591e3cf4f332c83a86da13a0de59a,
  "/src/admin/lists/LockedNameCell.tsx#LockedNameCell": LockedNameCell_87acb7c1c55d52784e9afd93e3e60005,
  "/src/admin/languages/SourceText.tsx#SourceText": SourceText_21291a9493e12314e28f8cf2f2cde4ea,
  "/src/admin/fields/NumberInput.tsx#NumberInput": NumberInput_a30afad050500cecde6946784af23b69,
  "/src/admin/rowLabels/OutcomeRowLabel.tsx#OutcomeRowLabel": OutcomeRowLabel_fdf91df827079d4fe4364e04b5d7d3b7,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "/src/admin/editor/paste/feature.tsx#PasteFeatureClient": PasteFeatureClient_8a7c58f2e7a59abd09b706d3dffabb83,
  "/src/admin/editor/links/feature.tsx#LinksFeatureClient": LinksFeatureClient_b818d554607a560fe71244ec4cf8b91f,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/blocks/figures.tsx#MetricPreview": MetricPreview_3a7e1c6fa41b3c56578dbadcd7280be2,
  "/src/admin/blocks/pictures.tsx#GalleryPreview": GalleryPreview_f0dca52bf7b310abaf9dbcef5dd2e2bd,
  "/src/admin/blocks/pictures.tsx#BeforeAfterPreview": BeforeAfterPreview_f0dca52bf7b310abaf9dbcef5dd2e2bd,
  "/src/admin/fields/hints.tsx#UrlHint": UrlHint_d4678733a02c3d703e433efe8199a44f,
  "/src/admin/blocks/pictures.tsx#VideoPreview": VideoPreview_f0dca52bf7b310abaf9dbcef5dd2e2bd,
  "/src/admin/blocks/words.tsx#QuotePreview": QuotePreview_b16300e19fca48f9b028d0eaa902e670,
  "/src/admin/blocks/words.tsx#TimelinePreview": TimelinePreview_b16300e19fca48f9b028d0eaa902e670,
  "/src/admin/blocks/words.tsx#ComparePreview": ComparePreview_b16300e19fca48f9b028d0eaa902e670,
  "/src/admin/blocks/words.tsx#EmbedPreview": EmbedPreview_b16300e19fca48f9b028d0eaa902e670,
  "/src/admin/blocks/words.tsx#CodePreview": CodePreview_b16300e19fca48f9b028d0eaa902e670,
  "/src/admin/blocks/words.tsx#DownloadsPreview": DownloadsPreview_b16300e19fca48f9b028d0eaa902e670,
  "/src/admin/blocks/words.tsx#CallToActionPreview": CallToActionPreview_b16300e19fca48f9b028d0eaa902e670,
  "/src/admin/editor/slash/feature.tsx#SlashFeatureClient": SlashFeatureClient_f1469ad4de4334d79cd4e0a976d1afb3,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/rowLabels/ChapterRowLabel.tsx#ChapterRowLabel": ChapterRowLabel_b9a9313fbf14c453c4c492e97fea10e8,
  "/src/admin/fields/AnonymityWarning.tsx#AnonymityWarning": AnonymityWarning_5cb7b4aec7ee74f297e3b70e3fee1592,
  "/src/admin/rowLabels/CreditRowLabel.tsx#CreditRowLabel": CreditRowLabel_513dfa1764013a686ae55c69e69b07c5,
  "/src/admin/fields/UnpublishedReferences.tsx#UnpublishedReferences": UnpublishedReferences_486635d2da048c5d8e162212a2ab8368,
  "/src/admin/fields/hints.tsx#SlugHint": SlugHint_d4678733a02c3d703e433efe8199a44f,
  "/src/admin/lists/StudyStateCell.tsx#StudyStateCell": StudyStateCell_82692c475a795ca0f58affe968ecf457,
  "/src/admin/fields/DateInput.tsx#DateInput": DateInput_39546a133f8ff401c44f6c08d313a3fc,
  "/src/admin/rows/UndoRemoval.tsx#UndoRemoval": UndoRemoval_d1c6c6a838301768b184dffd8b4bc9d6,
  "/src/admin/fields/AuthorField.tsx#AuthorField": AuthorField_0d04556a735559402d5a70c7bfc4287a,
  "/src/admin/lists/ListEmpty.tsx#ListEmpty": ListEmpty_fd9aba4242f251f4bf48c8566cb19163,
  "/src/admin/references/BeforeDelete.tsx#BeforeDeleteMany": BeforeDeleteMany_f7016321ee55097690d22bbb6dfe4768,
  "/src/admin/lists/TrashOwn.tsx#TrashOwn": TrashOwn_ed9921cf85100c8a9c086ae1863f196a,
  "/src/admin/lists/NothingToSelect.tsx#NothingToSelect": NothingToSelect_1633f7926529aac395d323db5d43ef5c,
  "/src/admin/references/BeforeDelete.tsx#BeforeDeleteOne": BeforeDeleteOne_f7016321ee55097690d22bbb6dfe4768,
  "/src/admin/publish/NothingToSave.tsx#NothingToSave": NothingToSave_4f9948f6a0d364cc0cbd0885836fd21f,
  "/src/admin/titles/Untitled.tsx#Untitled": Untitled_ae2e11d70fa8b1e7592692728d453e1a,
  "/src/admin/publish/PublishOrSay.tsx#PublishOrSay": PublishOrSay_d9ae984802a4f2a0bddfeaf0d2db8c7d,
  "/src/admin/publish/UnpublishIfAllowed.tsx#UnpublishIfAllowed": UnpublishIfAllowed_4f6d97222d3304a18129d9b167015012,
  "/src/admin/views/VersionOfDocument.tsx#VersionOfDocument": VersionOfDocument_5b3b9949b58f9b81d0e430610b8d5cce,
  "/src/admin/versions/RestoreAndPublish.tsx#RestoreAndPublish": RestoreAndPublish_e4c4638f9e870abe6e503c4d6e76197f,
  "/src/admin/views/VersionsOfDocument.tsx#VersionsOfDocument": VersionsOfDocument_84c1f923c92a24773f57c149f27d22fd,
  "/src/admin/lists/ListView.tsx#ListView": ListView_ec94aaa3d9037f66da044804a73617f6,
  "/src/admin/lists/NameCell.tsx#NameCell": NameCell_d107d8c122c6394ae9f8e7692d6af9f3,
  "/src/admin/lists/OptionCell.tsx#OptionCell": OptionCell_c107ee19f3898614a4a4033b2282ec74,
  "/plugins/media/components/uses/UsesPanel.tsx#UsesPanel": UsesPanel_02611428ae7edd341113654e6b48a0d4,
  "/plugins/media/components/edit/FileView.tsx#FileView": FileView_17d17170b55404c4f908fb227265c94f,
  "/src/admin/lists/LibraryView.tsx#LibraryView": LibraryView_956247336d743f6ad547bf4587007fe5,
  "/plugins/media/components/duplicates/DuplicatesView.tsx#DuplicatesView": DuplicatesView_fa96101730c05c9a6cb92fa3f0966e23,
  "/src/admin/fields/ThemeField.tsx#ThemeField": ThemeField_17c2facd94cd21d514e1a1e670a7a851,
  "/src/admin/fields/TypePairingField.tsx#TypePairingField": TypePairingField_d79467a829b0afebea5ba342713b7399,
  "/src/admin/fields/ColourField.tsx#ColourField": ColourField_ba4e5d59b0ede360db033ef631dad4f6,
  "/src/admin/rowLabels/LabelRowLabel.tsx#LabelRowLabel": LabelRowLabel_a364291665ac38fa481e97452a2fa18f,
  "/src/admin/views/SiteSettingsList.tsx#SiteSettingsList": SiteSettingsList_d27719e00a9011a76a64a90e2588e8f7,
  "/src/admin/domains/Nothing.tsx#Nothing": Nothing_8a61ec406b720ab4a58e56ac2dd3f45b,
  "/src/admin/domains/ProofPanel.tsx#ProofPanel": ProofPanel_6a605bba038339015a8f7f3fa8c16e81,
  "@payloadcms/plugin-multi-tenant/client#WatchTenantCollection": WatchTenantCollection_1d0591e3cf4f332c83a86da13a0de59a,
  "/src/admin/people/MembershipTitle.tsx#MembershipTitle": MembershipTitle_d8d12c893a1d1aefb8f6f11009664d19,
  "/src/admin/people/MembershipActions.tsx#MembershipActions": MembershipActions_b814c6ee698394c935471298ffd90a5b,
  "/src/admin/people/InviteBar.tsx#InviteBar": InviteBar_ed1a895aeb9c37948c7716cdb1f895a1,
  "/src/admin/people/InvitationActions.tsx#InvitationActions": InvitationActions_2f69ca119c5b9d6c0d43d3b36d556e38,
  "/src/admin/people/SendButton.tsx#SendButton": SendButton_c2985f6e74b6976455ac5efe9edfbfe5,
  "/src/admin/roles/PermissionsField.tsx#PermissionsField": PermissionsField_f34336e3d28aaffffa34224bc0de3984,
  "/src/admin/account/SignIn.tsx#SignIn": SignIn_368dd4b226308f5bbe1c2284fcfc166b,
  "/src/admin/brand/Icon.tsx#Icon": Icon_5eddd781ceb78812efb2dcc0cec36920,
  "/src/admin/login/Logo.tsx#Logo": Logo_4e09468e0ebd520d26aeb16b582ff914,
  "/src/admin/login/Foot.tsx#Foot": Foot_b4ee19b3ad6d80fa87cc8adefea9c91e,
  "/plugins/importer/components/ImporterLink.tsx#ImporterLink": ImporterLink_e4534fcee82cfd71ff0dee1ead9d099d,
  "@payloadcms/plugin-multi-tenant/rsc#TenantSelector": TenantSelector_d6d5f193a167989e2ee7d14202901e62,
  "/src/admin/nav/Home.tsx#Home": Home_31a9876881df7767563080fe586262ee,
  "/src/admin/fields/TieLabels.tsx#TieLabels": TieLabels_0d8ee71c292a61de1c124c70e2ee9bff,
  "/src/admin/connection/ConnectionNotice.tsx#ConnectionNotice": ConnectionNotice_8fd7d2ef7cfade8dc1fef57c36be5dbf,
  "/src/admin/refusals/RefusalNotices.tsx#RefusalNotices": RefusalNotices_68e843bc885a5b66beaca94eebe65b2c,
  "/src/admin/references/StillReferenced.tsx#StillReferenced": StillReferenced_557db7b2a691a72321da289357e53c5d,
  "/plugins/media/components/uploader/UploadHandler.tsx#UploadHandler": UploadHandler_3e3e6107cf506211dc869d57b6f7617e,
  "/src/admin/tenants/QuietRefresh.tsx#QuietRefresh": QuietRefresh_45cd0977c46dcda1f7b28952246045e2,
  "@payloadcms/plugin-multi-tenant/rsc#TenantSelectionProvider": TenantSelectionProvider_d6d5f193a167989e2ee7d14202901e62,
  "/src/admin/tenants/QuietRefresh.tsx#UsualRefresh": UsualRefresh_45cd0977c46dcda1f7b28952246045e2,
  "/src/admin/views/AcceptInvitation.tsx#AcceptInvitation": AcceptInvitation_ee90b751b5f9d13fedb2f2af78235b81,
  "/src/admin/views/ConfirmEmail.tsx#ConfirmEmail": ConfirmEmail_3ea17565e0606f972d228cb3c7eba00e,
  "/src/admin/views/ChooseTenant.tsx#ChooseTenant": ChooseTenant_3bfff9a3adff97636a941a059bef2026,
  "/src/admin/start/StartView.tsx#StartView": StartView_75b526ff5ebba3b996dd1fe3cafd5e25,
  "/src/admin/dashboard/Dashboard.tsx#Dashboard": Dashboard_bfcc977efa0be7d8a0df028c625b41ee,
  "/plugins/importer/components/ImporterView.tsx#ImporterView": ImporterView_613cca17453e5a9e73bae46fd9418412,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
