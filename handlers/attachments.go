package handlers

import (
	"net/http"
	"path"
	"slices"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

func (s *Server) saveOrganisations(c *gin.Context) error {
	id := about(c).Response.ID
	names := splitLines(c.PostForm("organisations"))
	if err := s.Flow.SetOrganisations(c.Request.Context(), actor(c), id, names); err != nil {
		return err
	}
	return s.done(c, responseURL(id)+"#organisations", say("notice.saved"))
}

func (s *Server) attachToResponse(c *gin.Context) error {
	id := about(c).Response.ID
	file, release, err := upload(c)
	if err != nil {
		return err
	}
	defer release()
	if _, err := s.Flow.AttachToResponse(c.Request.Context(), actor(c), id, file); err != nil {
		return err
	}
	return s.done(c, responseURL(id)+"#attachments", say("notice.attached", "File", file.Name))
}

// upload is the file of a form.
func upload(c *gin.Context) (f workflow.File, release func(), err error) {
	body, header, err := c.Request.FormFile("file")
	if as[*http.MaxBytesError](err) {
		return f, nil, err
	}
	if err != nil {
		return f, nil, &workflow.Invalid{Pointer: "/file", Text: "choose a file"}
	}
	f = workflow.File{Name: header.Filename, MediaType: header.Header.Get("Content-Type"), Body: body}
	return f, func() { _ = body.Close() }, nil // it was only read
}

func (s *Server) removeFromResponse(c *gin.Context) error {
	if err := s.Flow.RemoveAttachment(c.Request.Context(), actor(c), models.AttachmentID(c.Param("attachment"))); err != nil {
		return err
	}
	return s.done(c, responseURL(about(c).Response.ID)+"#attachments", say("notice.removed"))
}

// attachment sends a file to who may see what it is attached to. It is never
// shown in place: it comes from somebody else.
func (s *Server) attachment(c *gin.Context) error {
	a, err := s.Store.Attachment(c.Request.Context(), actor(c).Scope(), models.AttachmentID(c.Param("attachment")))
	if err != nil {
		return err
	}
	body, err := s.Flow.Blobs.Open(a.SHA256)
	if err != nil {
		return err
	}
	defer body.Close() //nolint:errcheck // it was only read
	c.DataFromReader(http.StatusOK, a.Size, "application/octet-stream", body, map[string]string{
		"Content-Disposition": attachmentHeader(a.Name), "Cache-Control": "no-store",
	})
	return nil
}

func files(all []models.Attachment) []file {
	var views []file
	for _, a := range all {
		views = append(views, file{ID: string(a.ID), URL: "/attachments/" + string(a.ID), Name: a.Name, Size: size(a.Size)})
	}
	return views
}

// readable are the endings of files that answers can be read out of.
var readable = []string{".docx", ".odt", ".xlsx", ".pdf", ".html", ".htm", ".txt"}

// files beside a response, with where to see what they say.
func (d desk) files(all []models.Attachment) []file {
	views := files(all)
	for i, a := range all {
		if d.Editable() && slices.Contains(readable, strings.ToLower(path.Ext(a.Name))) {
			views[i].Read = proposalURL(d.Response.ID, a.ID)
		}
	}
	return views
}

// size of a file in the largest unit that fits.
func size(bytes int64) phrase {
	switch {
	case bytes >= 1<<20:
		return say("files.megabytes", "Size", float64(bytes)/(1<<20))
	case bytes >= 1<<10:
		return say("files.kilobytes", "Size", int(bytes>>10))
	default:
		return many("files.bytes", int(bytes))
	}
}

// splitLines are the lines of a text that say something.
func splitLines(text string) []string {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func joinLines(lines []string) string { return strings.Join(lines, "\n") }
