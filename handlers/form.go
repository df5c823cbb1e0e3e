package handlers

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"github.com/gin-gonic/gin"
)

// posted is the form of a request, whole. Half a form is worse than none: what
// did not arrive would look as if it had been emptied.
func posted(c *gin.Context) (url.Values, error) {
	err := c.Request.ParseForm()
	if err == nil && strings.HasPrefix(c.ContentType(), "multipart/") {
		err = c.Request.ParseMultipartForm(inMemory)
	}
	if as[*http.MaxBytesError](err) {
		return nil, err
	}
	if err != nil {
		return nil, errors.Join(errForm, err)
	}
	return c.Request.PostForm, nil
}

// inMemory is how much of an upload is kept in memory, in bytes.
const inMemory = 1 << 20
