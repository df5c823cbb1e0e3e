package handlers

import (
	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// liveEdition tells an open page how the printing of an edition goes.
func (s *Server) liveEdition(c *gin.Context) error {
	edition, err := s.compilation(c)
	if err != nil {
		return err
	}
	watch, err := s.Flow.WatchEdition(actor(c), edition.ID)
	if err != nil {
		return err
	}
	return s.followProgress(c, watch, func(in models.Scope) (progressTold, error) { return s.printedOf(c, in, edition.ID) })
}

// printedOf an edition is how many of its usual files are printed.
func (s *Server) printedOf(c *gin.Context, in models.Scope, id models.CompilationID) (told progressTold, err error) {
	edition, err := s.Store.Compilation(c.Request.Context(), in, id)
	if err != nil {
		return told, err
	}
	printed, err := s.Store.Prints(c.Request.Context(), in, id)
	p := workflow.PrintProgressOf(printed)
	return progressTold{Done: p.Done, All: p.All, Ended: p.Done == p.All || edition.Failed != "" || edition.WithdrawnAt != nil}, err
}
