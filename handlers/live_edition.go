package handlers

import (
	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

// printedTold is how many of the usual files of an edition are printed.
type printedTold struct {
	Done  int  `json:"done"`
	All   int  `json:"all"`
	Ended bool `json:"ended"` // no more will come
}

// An openEdition is the page of an edition whose files are being printed.
type openEdition struct {
	events
	s       *Server
	c       *gin.Context
	edition models.Compilation
	told    printedTold
}

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
	o := openEdition{s: s, c: c, edition: edition, events: s.events(c)}
	return s.follow(c, watch, &o, o.events)
}

func (o *openEdition) begin() error             { return o.look() }
func (o *openEdition) hear(models.Notice) error { return o.look() }

// still reads again whether there is such an edition for them.
func (o *openEdition) still() error {
	who, err := o.s.visitorNow(o.c)
	if err == nil && who.Person.ID == "" {
		err = errSignedOut
	}
	if err == nil {
		_, err = o.s.Store.Compilation(o.c.Request.Context(), who.Scope(), o.edition.ID)
	}
	return err
}

// look tells how many there are when it is not as it was.
func (o *openEdition) look() error {
	told, err := o.s.printedOf(o.c, o.edition)
	if err != nil || told == o.told {
		return err
	}
	o.told = told
	return o.send("printed", told)
}

// printedOf an edition is how far its usual files are.
func (s *Server) printedOf(c *gin.Context, edition models.Compilation) (told printedTold, err error) {
	ctx, scope := c.Request.Context(), actor(c).Scope()
	if edition, err = s.Store.Compilation(ctx, scope, edition.ID); err != nil {
		return told, err
	}
	printed, err := s.Store.Prints(ctx, scope, edition.ID)
	progress := workflow.PrintProgressOf(printed)
	told.Done, told.All = progress.Done, progress.All
	told.Ended = told.Done == told.All || edition.Failed != "" || edition.WithdrawnAt != nil
	return told, err
}
