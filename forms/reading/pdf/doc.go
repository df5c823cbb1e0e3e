// Package pdf reads the text of a PDF: where each letter stands on its page, and
// so which lines, columns and tables there are. It believes nothing that a file
// says of itself, but the library below it may panic or never end: whoever takes
// files from others has it run in a process of its own.
package pdf
