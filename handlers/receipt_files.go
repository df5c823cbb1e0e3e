package handlers

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"ahq/workflow/document"
)

// receiptJSON is a signed receipt, for programs.
func (s *Server) receiptJSON(c *gin.Context) error {
	r, err := s.Flow.Receipt(c.Request.Context(), actor(c).Scope(), about(c).Response.ID, numberInPath(c))
	if err != nil {
		return err
	}
	c.Header("Content-Disposition", attachmentHeader(r.Name()+".json"))
	c.JSON(http.StatusOK, r)
	return nil
}

// receiptPDF is the receipt of a version as a page to keep.
func (s *Server) receiptPDF(c *gin.Context) error {
	return s.sendReceipt(c, numberInPath(c))
}

// receiptInForce is that of the version that counts.
func (s *Server) receiptInForce(c *gin.Context) error {
	return s.sendReceipt(c, about(c).Response.InForce)
}

func (s *Server) sendReceipt(c *gin.Context, number int) error {
	name, body, err := s.Flow.ReceiptPDF(c.Request.Context(), actor(c).Scope(), about(c).Response.ID, number)
	if err != nil {
		return err
	}
	return s.download(c, name, document.PDF.MediaType(), body)
}
