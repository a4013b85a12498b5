/**
 * The role without log-in that holds what the walls grant. Every statement of the server runs as it;
 * the log-in role is a member and inherits nothing.
 */
export const RUNTIME_GROUP = 'vitrine_app'
