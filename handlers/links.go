package handlers

import "ahq/models"

// relations are what one AHQ is to another, in words before its name.
var relations = map[models.Relation]phrase{
	models.FollowUpOf: say("links.follow_up_of"),
	models.PartOf:     say("links.part_of"),
	models.Updates:    say("links.updates"),
}

// relationsBack are what the other is then to the first.
var relationsBack = map[models.Relation]phrase{
	models.FollowUpOf: say("links.followed_up_by"),
	models.PartOf:     say("links.has_part"),
	models.Updates:    say("links.updated_by"),
}

func relationOf(r models.Relation, back bool) phrase {
	if back {
		return relationsBack[r]
	}
	return relations[r]
}
