package handlers

import (
	"crypto/rand"
	"html/template"

	"github.com/gin-gonic/gin"
)

// onceField is what tells a form that is sent again from one that is filled in
// again: a double click does nothing twice.
const onceField = "once"

// longestOnce is how long such a value can be; ours have 26 letters.
const longestOnce = 64

// once is the hidden field of a form, new each time a page is rendered. Forms
// whose answer holds a secret have none: it could not be shown again.
func once() template.HTML {
	return template.HTML(`<input type="hidden" name="` + onceField + `" value="` + rand.Text() + `">`) // letters and digits
}

// onceOf is what the form that was sent has there.
func onceOf(c *gin.Context) string {
	value := c.PostForm(onceField)
	if len(value) > longestOnce {
		return ""
	}
	return value
}
