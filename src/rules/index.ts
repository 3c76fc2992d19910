/** Every rule of the plugin, by its name without the prefix. */
export const rules = {
};
