package handlers

import "ahq/models"

// relations are what one AHQ is to another, in words before its name.
var relations = map[models.Relation]phrase{
	models.FollowUpOf: say("links.follow_up_of"),
	models.PartOf:     say("links.part_of"),
	models.Updates:    say("links.updates"),
}
