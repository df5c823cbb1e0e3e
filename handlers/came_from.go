package handlers

import (
	"regexp"

	"github.com/gin-gonic/gin"
)

// fromField says in an address which answer on the page of all answers somebody
// came from, so that they come back to it.
const fromField = "check"

// anchorForm is what an anchor of ours looks like; anything else came from nowhere.
var anchorForm = regexp.MustCompile(`^[A-Za-z0-9_-]{1,100}$`)

func cameFrom(c *gin.Context) string {
	if from := c.Query(fromField); anchorForm.MatchString(from) {
		return from
	}
	return ""
}

// withFrom is an address that remembers where somebody came from.
func (d desk) withFrom(url string) string {
	if d.From == "" {
		return url
	}
	return url + "?" + fromField + "=" + d.From
}

// changeURL is where an answer is changed that is read on the page of all, to
// which saving leads back.
func (d desk) changeURL(record, cell string) string {
	switch {
	case !d.Editable():
		return ""
	case record == "" && cell == organisationsCell:
		return d.URL() + "#" + organisationsCell
	}
	d.From = answerAnchor(record, cell)
	if record == "" {
		return d.withFrom(d.URL("questions")) + "#" + anchor(cell)
	}
	return d.withFrom(d.RecordURL(record)) + "#" + anchor(cell)
}

// organisationsCell is how changes call who contributed, which is no question.
const organisationsCell = "organisations"
