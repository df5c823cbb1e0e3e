package handlers

import "ahq/models"

// relations are what one AHQ is to another, in words before its name.
var relations = map[models.LinkKind]phrase{
	models.LinkFollowUpOf: say("links.follow_up_of"),
	models.LinkPartOf:     say("links.part_of"),
	models.LinkUpdates:    say("links.updates"),
}

// relationsBack are what the other is then to the first.
var relationsBack = map[models.LinkKind]phrase{
	models.LinkFollowUpOf: say("links.followed_up_by"),
	models.LinkPartOf:     say("links.has_part"),
	models.LinkUpdates:    say("links.updated_by"),
}

func relationOf(r models.LinkKind, back bool) phrase {
	if back {
		return relationsBack[r]
	}
	return relations[r]
}
