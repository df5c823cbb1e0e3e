package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
)

// A lettersPage is where somebody says which letters they want.
type lettersPage struct {
	Letters    []choice
	Complaints complaints
}

// letterWords say when each letter comes that people can stop.
var letterWords = []choice{
	{Value: "receipt", Text: say("letters.receipt")},
	{Value: "edition", Text: say("letters.edition")},
	{Value: "submitted", Text: say("letters.submitted")},
	{Value: "submitted-late", Text: say("letters.submitted_late")},
	{Value: "thread", Text: say("letters.thread")},
	{Value: "settled", Text: say("letters.settled")},
	{Value: "withdrawn", Text: say("letters.withdrawn")},
	{Value: "amending", Text: say("letters.amending")},
	{Value: "declined", Text: say("letters.declined")},
	{Value: "taken-over", Text: say("letters.taken_over")},
}

// Title of the page.
func (p lettersPage) Title() phrase { return p.Complaints.title(say("letters.heading")) }

func (s *Server) letters(c *gin.Context) error {
	return s.showLetters(c, http.StatusOK, lettersPage{})
}

func (s *Server) showLetters(c *gin.Context, code int, page lettersPage) error {
	silences, err := s.Store.Silences(c.Request.Context(), actor(c).Person.ID)
	if err != nil {
		return err
	}
	stopped := map[string]bool{}
	for _, one := range silences {
		stopped[one.Letter] = true
	}
	for _, one := range letterWords {
		one.Chosen = !stopped[one.Value]
		page.Letters = append(page.Letters, one)
	}
	return s.html(c, code, "letters", page)
}

func (s *Server) chooseLetters(c *gin.Context) error {
	err := s.Flow.ChooseLetters(c.Request.Context(), actor(c), c.PostFormArray("letter"))
	if err != nil {
		code, said, err := complain(err)
		if err != nil {
			return err
		}
		return s.showLetters(c, code, lettersPage{Complaints: said})
	}
	return s.done(c, "/letters", say("notice.letters"))
}

// A stopPage stops one kind of letter for whoever got the link in one: they need
// not sign in.
type stopPage struct {
	Letter  phrase
	Action  string
	Stopped bool
}

// Title of the page.
func (p stopPage) Title() phrase { return say("letters.stop_heading") }

// stopPage asks first: a mail program may have opened the link by itself.
func (s *Server) stopPage(c *gin.Context) error {
	id := c.Param("letter")
	if err := s.Flow.CheckStop(c.Request.Context(), models.PersonID(c.Param("person")), id, c.Param("signature")); err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "stop", stopPage{Letter: worded(letterWords, id), Action: c.Request.URL.Path})
}

// stopLetters is also what a mail program sends when its reader wants no more of
// them (RFC 8058).
func (s *Server) stopLetters(c *gin.Context) error {
	id := c.Param("letter")
	if err := s.Flow.StopLetters(c.Request.Context(), models.PersonID(c.Param("person")), id, c.Param("signature")); err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "stop", stopPage{Letter: worded(letterWords, id), Stopped: true})
}
