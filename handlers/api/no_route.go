package api

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
)

// NoRoute answers addresses under Prefix that the API does not have, so that
// programs never meet a page. Others are left to who comes next.
func NoRoute(c *gin.Context) {
	path := c.Request.URL.EscapedPath()
	if !strings.HasPrefix(path, Prefix+"/") && path != Prefix {
		return
	}
	c.Abort()
	d := details(c.Writer.Status(), path, "there is nothing here: "+Prefix+description+" lists what there is")
	if d.Status == http.StatusMethodNotAllowed {
		d.Detail = "this address does not take " + c.Request.Method
	}
	c.Header("Content-Type", d.ContentType(""))
	c.Status(d.Status)
	_ = writeJSON(c.Writer, d) // who asked has gone
}
