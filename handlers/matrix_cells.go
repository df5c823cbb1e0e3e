package handlers

import (
	"html/template"
	"strings"
)

// cells are the cells of a matrix, written at once: a page has up to a thousand
// of them.
func (s speech) cells(all []matrixCell) (template.HTML, error) {
	var b strings.Builder
	for _, c := range all {
		words, err := s.text(c.Words)
		if err != nil {
			return "", err
		}
		if c.Tone == "" {
			b.WriteString("\n<td></td>")
			continue
		}
		b.WriteString("\n<td class=\"" + c.Tone + "\"><bdi>" + template.HTMLEscapeString(c.Label) + "</bdi> " + c.Mark)
		b.WriteString("<span class=\"hidden\">" + c.Of + " " + template.HTMLEscapeString(words) + "</span></td>")
	}
	return template.HTML(b.String()), nil // tags of ours, words escaped
}
