package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

func uploadURL(u models.Upload) string {
	return responseURL(u.ResponseID) + "/uploads/" + string(u.ID)
}

// An uploadPage is shown while a file is read.
type uploadPage struct {
	Desk    deskHead
	Reading uploadView
}

// Title of the page.
func (p uploadPage) Title() phrase {
	return say("proposal.reading_title", "File", p.Reading.Name, "Topic", p.Desk.Topic)
}

// An uploadView is how far that is.
type uploadView struct {
	URL, Name   string
	Before      phrase // how many files are read before it
	Done, Pages int
	To          string // where to go on, once it was read
}

// uploading shows how far the reading of a file is; once it was read, what it says.
func (s *Server) uploading(c *gin.Context) error {
	u, before, err := s.uploadOf(c)
	if err != nil {
		return err
	}
	if u.EndedAt != nil {
		return s.afterUpload(c, u, http.StatusOK)
	}
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "upload", uploadPage{d.head(d.home()), viewOfUpload(u, before)})
}

// uploadProgress tells a page that is open already how far its file is.
func (s *Server) uploadProgress(c *gin.Context) error {
	u, before, err := s.uploadOf(c)
	if err != nil {
		return err
	}
	return s.fragment(c, http.StatusOK, "reading", viewOfUpload(u, before))
}

func (s *Server) uploadOf(c *gin.Context) (models.Upload, int, error) {
	return s.Flow.Uploaded(c.Request.Context(), actor(c), about(c).Response.ID, models.UploadID(c.Param("upload")))
}

func viewOfUpload(u models.Upload, before int) uploadView {
	view := uploadView{URL: uploadURL(u), Name: u.Name, Done: u.Done, Pages: u.Pages}
	if before > 0 {
		view.Before = many("proposal.before", before)
	}
	if u.EndedAt != nil {
		view.To = view.URL // it leads on
	}
	return view
}

// liveUpload tells an open page how the reading of its file goes.
func (s *Server) liveUpload(c *gin.Context) error {
	watch, err := s.Flow.WatchUpload(actor(c), models.UploadID(c.Param("upload")))
	if err != nil {
		return err
	}
	return s.followProgress(c, watch, func(in models.Scope) (told progressTold, err error) {
		u, err := s.Store.Upload(c.Request.Context(), in, models.UploadID(c.Param("upload")))
		if told = (progressTold{Done: u.Done, All: u.Pages, Ended: u.EndedAt != nil}); told.Ended {
			told.To = uploadURL(u)
		}
		return told, err
	})
}
