/** The group role that holds what the walls grant; the runtime's log-in role is its member. */
export const RUNTIME_GROUP = 'vitrine_app'
