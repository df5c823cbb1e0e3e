package handlers

import (
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

func proposalURL(id models.ResponseID, file models.AttachmentID) string {
	return responseURL(id) + "/proposals/" + string(file)
}

func (s *Server) proposal(c *gin.Context) error {
	return s.showProposal(c, http.StatusOK, phrase{})
}

func (s *Server) showProposal(c *gin.Context, code int, refusal phrase) error {
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	p, err := s.Flow.Proposal(c.Request.Context(), actor(c), d.Response.ID, fileInPath(c))
	if err != nil {
		return err
	}
	page := d.proposalPage(p)
	page.Refusal = refusal
	return s.html(c, code, "proposal", page)
}

func fileInPath(c *gin.Context) models.AttachmentID {
	return models.AttachmentID(c.Param("attachment"))
}

// takeProposal puts what somebody chose into the draft.
func (s *Server) takeProposal(c *gin.Context) error {
	form, err := posted(c)
	if err != nil {
		return err
	}
	id := about(c).Response.ID
	n, err := s.Flow.TakeProposal(c.Request.Context(), actor(c), id, fileInPath(c), takes(form))
	if _, raced := errors.AsType[*workflow.StaleCells](err); raced {
		return s.showProposal(c, http.StatusConflict, say("proposal.raced"))
	}
	if err != nil {
		return err
	}
	return s.done(c, responseURL(id), many("proposal.taken", n))
}

// takes are the cells that a form chooses: those that are ticked, or all of a
// record, or all.
func takes(form url.Values) []workflow.Take {
	all := form.Get("all")
	var chosen []workflow.Take
	for field := range form {
		key, ok := strings.CutPrefix(field, "version.")
		record, _, _ := strings.Cut(key, ".")
		if !ok || all != "*" && all != record && !slices.Contains(form["take"], key) {
			continue
		}
		version, err := strconv.Atoi(form.Get(field))
		if err != nil {
			version = -1 // no cell has it: it is told as changed
		}
		chosen = append(chosen, workflow.Take{Key: key, Version: version})
	}
	slices.SortFunc(chosen, func(a, b workflow.Take) int { return strings.Compare(a.Key, b.Key) })
	return chosen
}
