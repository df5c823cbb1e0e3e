package handlers

import (
	"fmt"
	"mime/multipart"
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// A verifyPage says what a file is.
type verifyPage struct {
	Found      *foundFile
	Complaints complaints
}

// A foundFile is what was found out about one, in words.
type foundFile struct {
	Tone    string
	Heading string
	Text    string
	Facts   []labelled
}

// A labelled text is a line in a list of facts.
type labelled struct{ Label, Text string }

// Title of the page.
func (p verifyPage) Title() phrase {
	return p.Complaints.title(plain("Is this file as it was printed?"))
}

// findings are what is said of each.
var findings = map[workflow.Finding]foundFile{
	workflow.Match:     {"good", "Yes", "This is the file that was printed here, to the last byte.", nil},
	workflow.Altered:   {"urgent", "No: it was changed", "The file says that it is what stands below, and is not as it was made here. Download it again to compare.", nil},
	workflow.IsReceipt: {"good", "Yes", "This is a receipt that was signed here, and nothing in it was changed.", nil},
	workflow.Unknown:   {"urgent", "Unknown", "This file was not printed here, or it was saved anew by another program, or it is of an edition that you may not see.", nil},
}

func (s *Server) verifyPage(c *gin.Context) error {
	return s.html(c, http.StatusOK, "verify", verifyPage{})
}

func (s *Server) verify(c *gin.Context) error {
	header, err := c.FormFile("file")
	if err != nil {
		return s.html(c, http.StatusUnprocessableEntity, "verify", verifyPage{Complaints: complaints{{"file", plain("Choose a file.")}}})
	}
	found, err := s.foundIn(c, header)
	if err != nil {
		return err
	}
	return s.html(c, http.StatusOK, "verify", verifyPage{Found: &found})
}

func (s *Server) foundIn(c *gin.Context, header *multipart.FileHeader) (foundFile, error) {
	file, err := header.Open()
	if err != nil {
		return foundFile{}, err
	}
	defer file.Close() //nolint:errcheck // it was only read
	v, err := s.Flow.Verify(c.Request.Context(), actor(c).Scope(), file, header.Size)
	found := findings[v.Finding]
	found.Facts = s.factsOf(v)
	return found, err
}

func (s *Server) factsOf(v workflow.Verdict) []labelled {
	var facts []labelled
	if v.AHQ != "" {
		facts = append(facts, labelled{"AHQ", v.AHQ + " " + v.Topic})
	}
	if v.Edition > 0 {
		facts = append(facts, labelled{"Edition", editionName(models.Compilation{Audience: v.Audience, Number: v.Edition})})
	}
	if v.SupersededBy > 0 {
		facts = append(facts, labelled{"Newer", fmt.Sprintf("Edition %d has come out since", v.SupersededBy)})
	}
	if v.Withdrawn {
		facts = append(facts, labelled{"Withdrawn", "An answer in it is not disseminated any more"})
	}
	if r := v.Receipt; r != nil {
		facts = append(facts, labelled{"Response", fmt.Sprintf("Version %d of %s", r.Version, r.NCP)},
			labelled{"Submitted", s.instant(r.Submitted)}, labelled{"Fingerprint", r.Hash})
	}
	return append(facts, labelled{"SHA-256", v.SHA256})
}

// receiptKey is what receipts are checked with.
func (s *Server) receiptKey(c *gin.Context) error {
	key, err := s.Flow.PublicKey(c.Request.Context())
	if err != nil {
		return err
	}
	c.String(http.StatusOK, key+"\n")
	return nil
}
