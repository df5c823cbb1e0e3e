package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A readInPage takes a file that says what the draft should say.
type readInPage struct {
	Desk       deskHead
	Base       string
	Complaints complaints
}

// Title of the page.
func (p readInPage) Title() phrase {
	return p.Complaints.title(say("proposal.read_in_title", "Topic", p.Desk.Topic))
}

func (s *Server) readInPage(c *gin.Context) error {
	return s.readInAgain(c, http.StatusOK, nil)
}

func (s *Server) readInAgain(c *gin.Context, code int, wrong complaints) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	for i := range wrong {
		if wrong[i].Field == "file" {
			wrong[i].Field = "read-file"
		}
	}
	return s.html(c, code, "read-in", readInPage{Desk: d.head(d.home()), Base: d.URL(), Complaints: wrong})
}

// readIn has a file read, and leads to what it proposes as soon as that is known.
func (s *Server) readIn(c *gin.Context) error {
	file, release, err := upload(c)
	if err == nil {
		defer release()
		var u models.Upload
		if u, err = s.uploaded(c, file); err == nil {
			return s.afterUpload(c, u, http.StatusUnprocessableEntity)
		}
	}
	code, wrong, err := complain(err)
	if err != nil {
		return err
	}
	return s.readInAgain(c, code, wrong)
}

// uploaded is what became of a file within a moment.
func (s *Server) uploaded(c *gin.Context, file workflow.File) (models.Upload, error) {
	id, err := s.Flow.Upload(c.Request.Context(), actor(c), about(c).Response.ID, file)
	if err != nil {
		return models.Upload{}, err
	}
	return s.Flow.Await(c.Request.Context(), actor(c), id)
}

// afterUpload leads on to what a file proposes, or to how far it is.
func (s *Server) afterUpload(c *gin.Context, u models.Upload, refused int) error {
	if u.Refused != "" {
		return s.readInAgain(c, refused, complaints{{"file", english(sentence(u.Refused))}})
	}
	if u.AttachmentID != nil {
		return s.redirect(c, proposalURL(u.ResponseID, *u.AttachmentID))
	}
	return s.redirect(c, uploadURL(u))
}
