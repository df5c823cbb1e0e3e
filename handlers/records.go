package handlers

import (
	"context"
	"strconv"

	"github.com/gin-gonic/gin"

	"ahq/models"
	"ahq/workflow"
)

func (s *Server) addRecord(c *gin.Context) error {
	id := about(c).Response.ID
	r, err := s.Flow.AddRecord(c.Request.Context(), actor(c), id, c.PostForm("section"))
	if err != nil {
		return err
	}
	return s.redirect(c, recordURL(id, r.ID))
}

func (s *Server) duplicateRecord(c *gin.Context) error {
	id, followUp := about(c).Response.ID, c.PostForm("follow_up") == "yes"
	r, err := s.Flow.DuplicateRecord(c.Request.Context(), actor(c), id, c.Param("record"), followUp)
	if err != nil {
		return err
	}
	return s.done(c, recordURL(id, r.ID), say("notice.copied"))
}

func (s *Server) moveRecord(c *gin.Context) error {
	id := about(c).Response.ID
	to, err := strconv.Atoi(c.PostForm("to"))
	if err != nil {
		return errForm
	}
	if err := s.Flow.MoveRecord(c.Request.Context(), actor(c), id, c.Param("record"), workflow.Spot{Section: c.PostForm("section"), Position: to}); err != nil {
		return err
	}
	return s.done(c, responseURL(id)+"#"+c.Param("record"), say("notice.moved"))
}

func (s *Server) deleteRecord(c *gin.Context) error {
	id := about(c).Response.ID
	if err := s.Flow.DeleteRecord(c.Request.Context(), actor(c), id, c.Param("record")); err != nil {
		return err
	}
	return s.done(c, responseURL(id)+"#deleted", say("notice.deleted"))
}

func (s *Server) restoreRecord(c *gin.Context) error {
	id := about(c).Response.ID
	if err := s.Flow.RestoreRecord(c.Request.Context(), actor(c), id, c.Param("record")); err != nil {
		return err
	}
	return s.done(c, responseURL(id)+"#"+c.Param("record"), say("notice.restored"))
}

// deleted are the records that can be restored.
func (s *Server) deleted(ctx context.Context, scope models.Scope, d desk) ([]models.DeletedRecord, error) {
	all, err := s.Store.DeletedRecords(ctx, scope, d.Response.ID)
	return s.Flow.Restorable(all), err
}

func responseURL(id models.ResponseID) string { return "/responses/" + string(id) }

func recordURL(id models.ResponseID, record string) string {
	return responseURL(id) + "/records/" + record
}
