package api

import (
	"fmt"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"ahq/models"
)

// readable says whether a request can be made sense of at all, before anybody
// looks at what it asks for.
func readable(c huma.Context) error {
	u := c.URL()
	if !PlainText(u.Path) {
		return models.ErrNotFound // no id holds such a thing
	}
	query, err := url.ParseQuery(u.RawQuery)
	if err != nil {
		return &edgeError{code: http.StatusBadRequest, text: "the query of this address cannot be read: write what is special in it as %2C"}
	}
	for _, name := range slices.Sorted(maps.Keys(query)) {
		switch values := query[name]; {
		case len(values) > 1:
			return &edgeError{code: http.StatusUnprocessableEntity, text: fmt.Sprintf("query.%s: send it once", name)}
		case !PlainText(name + values[0]):
			return &edgeError{code: http.StatusUnprocessableEntity, text: fmt.Sprintf("query.%s: this holds bytes that are no characters", name)}
		}
	}
	return understood(c)
}

// PlainText says whether a text is one that a database can look for.
func PlainText(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsRune(text, 0)
}

// understood says whether what is sent is called something that is read here.
func understood(c huma.Context) error {
	body := c.Operation().RequestBody
	if body == nil {
		return nil
	}
	given := c.Header("Content-Type")
	if given == "" {
		given = jsonType
	}
	media, is, err := mime.ParseMediaType(given)
	utf8 := is["charset"] == "" || strings.EqualFold(is["charset"], "utf-8")
	if err == nil && utf8 && body.Content[media] != nil {
		return nil
	}
	taken := strings.Join(slices.Sorted(maps.Keys(body.Content)), " or ")
	return &edgeError{code: http.StatusUnsupportedMediaType, text: "send this as " + taken + ", in UTF-8"}
}
