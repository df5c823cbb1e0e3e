package handlers

import (
	"context"
	"net/url"
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

// moveRecord says where the record stands then, and leads back to it.
func (s *Server) moveRecord(c *gin.Context) error {
	to, err := strconv.Atoi(c.PostForm("to"))
	if err != nil {
		return errForm
	}
	spot := workflow.Spot{Section: c.PostForm("section"), Position: to}
	if err := s.Flow.MoveRecord(c.Request.Context(), actor(c), about(c).Response.ID, c.Param("record"), spot); err != nil {
		return err
	}
	d, err := s.desk(c)
	if err != nil {
		return err
	}
	back := url.Values{"at": {c.Param("record")}, "way": {c.PostForm("way")}}
	return s.done(c, d.URL()+"?"+back.Encode(), d.moved(c.Param("record")))
}

// moved says where a record stands in its section.
func (d desk) moved(id string) phrase {
	r, _ := d.record(id)
	place, all := 0, 0
	for _, other := range d.Content.Records {
		if other.Section != r.Section {
			continue
		}
		all++
		if other.ID == id {
			place = all
		}
	}
	return say("tasks.moved", "Name", d.recordName(r), "Place", place, "All", all)
}

func (s *Server) deleteRecord(c *gin.Context) error {
	id, record := about(c).Response.ID, c.Param("record")
	if err := s.Flow.DeleteRecord(c.Request.Context(), actor(c), id, record); err != nil {
		return err
	}
	return s.redirect(c, responseURL(id)+"?"+url.Values{"deleted": {record}}.Encode())
}

func (s *Server) restoreRecord(c *gin.Context) error {
	id, record := about(c).Response.ID, c.Param("record")
	if err := s.Flow.RestoreRecord(c.Request.Context(), actor(c), id, record); err != nil {
		return err
	}
	return s.done(c, responseURL(id)+"?"+url.Values{"at": {record}}.Encode(), say("notice.restored"))
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
