// Stands for style sheets and fonts, which tests do not need.
export default {}
