package handlers

import (
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
	Heading phrase
	Text    phrase
	Facts   []labelled
}

// A labelled text is a line in a list of facts.
type labelled struct{ Label, Text phrase }

// Title of the page.
func (p verifyPage) Title() phrase {
	return p.Complaints.title(say("verify.heading"))
}

// findings are what is said of each.
var findings = map[workflow.Finding]foundFile{
	workflow.Match:     {good, say("verify.yes"), say("verify.match"), nil},
	workflow.Altered:   {urgent, say("verify.no"), say("verify.altered"), nil},
	workflow.IsReceipt: {good, say("verify.yes"), say("verify.receipt"), nil},
	workflow.Unknown:   {urgent, say("verify.unknown"), say("verify.unknown_why"), nil},
}

func (s *Server) verifyPage(c *gin.Context) error {
	return s.html(c, http.StatusOK, "verify", verifyPage{})
}

func (s *Server) verify(c *gin.Context) error {
	header, err := c.FormFile("file")
	if err != nil {
		return s.html(c, http.StatusUnprocessableEntity, "verify", verifyPage{Complaints: complaints{{"file", say("verify.choose")}}})
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
	found.Facts = factsOf(v)
	return found, err
}

func factsOf(v workflow.Verdict) []labelled {
	var facts []labelled
	if v.AHQ != "" {
		facts = append(facts, labelled{say("verify.ahq"), plain(v.AHQ + " " + v.Topic)})
	}
	if v.Edition > 0 {
		facts = append(facts, labelled{say("verify.edition"), editionName(models.Compilation{Audience: v.Audience, Number: v.Edition})})
	}
	if v.SupersededBy > 0 {
		facts = append(facts, labelled{say("verify.newer"), say("verify.superseded", "Number", v.SupersededBy)})
	}
	if v.Withdrawn {
		facts = append(facts, labelled{say("verify.withdrawn"), say("verify.withdrawn_why")})
	}
	if r := v.Receipt; r != nil {
		facts = append(facts, labelled{say("verify.response"), say("verify.version", "Number", r.Version, "NCP", r.NCP)},
			labelled{say("verify.submitted"), say("verify.at", "At", r.Submitted)}, labelled{say("verify.fingerprint"), plain(r.Hash)})
	}
	return append(facts, labelled{say("verify.sha256"), plain(v.SHA256)})
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
