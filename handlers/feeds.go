package handlers

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// followed is what programs read again and again: whoever has it as it stands is
// told so, and nothing more.
func followed(c *gin.Context, mediaType string, body []byte) error {
	sum := sha256.Sum256(body)
	tag := `"` + hex.EncodeToString(sum[:12]) + `"`
	c.Header("Cache-Control", "private, no-cache")
	c.Header("ETag", tag)
	if listed(c.GetHeader("If-None-Match"), tag) {
		c.Status(http.StatusNotModified)
		return nil
	}
	c.Data(http.StatusOK, mediaType, body)
	return nil
}

// listed says whether a tag is among those that somebody has; a proxy may have made
// it a weak one on the way.
func listed(tags, tag string) bool {
	for one := range strings.SplitSeq(tags, ",") {
		if one = strings.TrimSpace(one); one == "*" || strings.TrimPrefix(one, "W/") == tag {
			return true
		}
	}
	return false
}
