// The shapes that the station sends, for editors and readers. Times are milliseconds since 1970 on the ward clock.

/** @typedef {'high'|'medium'|'low'} Priority */

/**
 * @typedef {object} Numeric
 * @property {string} vital
 * @property {string} label
 * @property {string} unit UCUM code
 * @property {number|null} value
 * @property {string|null} text
 * @property {string|null} code
 * @property {string|null} missing why there is no value
 * @property {number|null} time
 * @property {number|null} intervalMs how often the device of the bed is expected to send it
 * @property {number} staleAfterMs
 * @property {number} lostAfterMs
 * @property {string|null} method
 * @property {number|null} quality percent
 * @property {string[]} flags
 * @property {boolean} spot measured now and then, so shown with its age and never as live
 */

/**
 * @typedef {object} Deciding the reading that decided an alarm
 * @property {string} device
 * @property {number} boot
 * @property {number} seq
 * @property {number} deviceTime
 */

/**
 * @typedef {object} Alarm
 * @property {string} id
 * @property {string} patientRef
 * @property {string} ward
 * @property {string} bed
 * @property {string} rule
 * @property {'physiological'|'technical'|'advisory'} kind
 * @property {Priority} priority
 * @property {string} marks
 * @property {'active-unacknowledged'|'active-acknowledged'|'latched'|'closed'} state
 * @property {string} text
 * @property {number} onset
 * @property {number} raised
 * @property {number} due
 * @property {number|null} ended
 * @property {boolean} inputStale
 * @property {number} level
 * @property {string|null} recipient
 * @property {number|null} nextEscalation
 * @property {Responsibility} responsibility
 * @property {string|null} acknowledgedBy
 * @property {number|null} acknowledgedAt
 * @property {number|null} observed
 * @property {number|null} limit
 * @property {Deciding|null} deciding
 * @property {number} seq
 */

/**
 * Whose turn it is, and what holds the alarm back.
 * @typedef {object} Responsibility
 * @property {'none'|'sent'|'delivered'|'accepted'|'exhausted'} state
 * @property {string|null} acceptedBy
 * @property {number|null} acceptedAt
 * @property {number|null} heldUntil nobody is asked until then
 * @property {string|null} heldBecause
 * @property {number|null} audioPausedUntil
 */

/**
 * @typedef {object} Burden
 * @property {number} patientHours
 * @property {number} nurseHours
 * @property {{alarms:number, pages:number}|null} perPatientDay
 * @property {{alarms:number, pages:number}|null} perNurseHour
 * @property {BurdenAlarms} alarms
 */

/**
 * @typedef {object} BurdenAlarms
 * @property {number} alarms
 * @property {number} pages
 * @property {number} answered
 * @property {number} notActionable
 * @property {Record<string, number>} byPriority
 * @property {Record<string, number>} byKind
 * @property {number|null} medianResponseMillis
 * @property {number|null} ninetiethResponseMillis
 * @property {{name:string, alarms:number}[]} reasons
 * @property {{name:string, alarms:number}[]} topBeds
 * @property {{name:string, alarms:number}[]} topRules
 */

/** @typedef {{id:string, kind:'audio'|'alarm'|'rule', patientRef:string, rule:string, upTo:string, from:number, until:number, actor:string, reason:string}} Pause */

/**
 * @typedef {object} ScorePart
 * @property {string} parameter
 * @property {number} lower
 * @property {number} upper
 * @property {'fresh'|'aging'|'stale'|'missing'} state
 * @property {number|null} value
 * @property {string|null} code
 * @property {number|null} ageMs
 */

/**
 * @typedef {object} News2
 * @property {number} lower
 * @property {number} upper
 * @property {boolean} complete
 * @property {string} bandLower
 * @property {string} bandUpper
 * @property {string} text
 * @property {number} time
 * @property {string} scale
 * @property {string[]} missing
 * @property {string[]} stale
 * @property {string[]} aging
 * @property {ScorePart[]} parts
 * @property {string|null} unavailable
 */

/**
 * @typedef {object} Reason one input's share of what a model says
 * @property {string} input
 * @property {number|null} value
 * @property {number|null} usual of this patient
 * @property {number|null} changePerHour
 * @property {number} contribution how much lower the value would be if the input were as usual
 */

/**
 * @typedef {object} ModelScore
 * @property {string} id
 * @property {string} title
 * @property {number|null} value 0-1; null while there is none
 * @property {string} text
 * @property {'rising'|'falling'|'steady'|null} trend against an hour ago
 * @property {boolean} high
 * @property {boolean} shadow
 * @property {number|null} threshold
 * @property {number|null} completeness 0-1
 * @property {Reason[]} reasons
 * @property {string} policy
 * @property {string} hash
 * @property {string|null} unavailable
 * @property {boolean} failed
 * @property {string|null} degraded
 * @property {number} time
 */

/**
 * @typedef {object} ScoreHistory
 * @property {string} patientRef
 * @property {string} score
 * @property {number} from
 * @property {number} to
 * @property {{time: number, until: number, lower: number|null}[]} runs
 */

/**
 * @typedef {object} Device
 * @property {string} id
 * @property {string} profile
 * @property {'online'|'lost'|'sleeping'|'unknown'} connection
 * @property {number|null} battery percent
 */

/**
 * @typedef {object} Tile
 * @property {string} bed
 * @property {number} order
 * @property {'occupied'|'empty'|'no-device'} state
 * @property {string|null} patientRef
 * @property {string|null} initials
 * @property {number|null} age
 * @property {string|null} nurse
 * @property {'1'|'2'|null} spo2Scale
 * @property {string|null} careProfile
 * @property {Device|null} device
 * @property {Numeric[]} numerics
 * @property {News2|null} news2
 * @property {ModelScore|null} risk
 * @property {ModelScore|null} anomaly
 * @property {{kind:'audio'|'alarm'|'rule', rule:string, until:number, actor:string, reason:string}[]} pauses
 * @property {Alarm[]} alarms
 */

/** @typedef {{high:number, medium:number, low:number, technical:number, unacknowledged:number}} Counts */
/** @typedef {{actor:string, name:string, role:string}} Session */
/** @typedef {{device:string, lastSeen:number, readings:number}} UnassignedDevice */

/**
 * @typedef {object} Snapshot
 * @property {number} serverTime
 * @property {{id:string, name:string, site:string, timeZone:string}} ward
 * @property {{title:string, notes:string[]}|null} demo
 * @property {Session|null} session
 * @property {Tile[]} tiles
 * @property {Alarm[]} alarms
 * @property {Counts} counts
 * @property {UnassignedDevice[]} unassignedDevices
 */

/**
 * @typedef {object} Page
 * @property {string} pageId
 * @property {string} alarmId
 * @property {number} receivedAt
 * @property {number|null} sensorToPageMs
 * @property {string} bed
 * @property {string} ward
 * @property {Priority} priority
 * @property {string} marks
 * @property {string} text
 * @property {number} level
 * @property {string} role
 * @property {string} recipient
 * @property {Deciding|null} deciding
 * @property {number} repeat
 */

/** @typedef {{vital:string, label:string, unit:string, decimals:number, method:string|null, points:number[][]}} TrendSeries points are [start, min, mean, max, count, late] */
/** @typedef {{vital:string, low:number, high:number, readings:number}} UsualRange */
/** @typedef {{time:number, alarmId:string, rule:string, transition:string, kind:string, severity:string, vital:string|null}} AlarmMark */

/**
 * @typedef {object} ScoreRun NEWS2 while it stayed the same
 * @property {number} time
 * @property {number} until the last score that says so
 * @property {number|null} lower
 * @property {number|null} upper
 * @property {boolean} complete
 * @property {string|null} bandLower
 * @property {string|null} bandUpper
 * @property {string[]} missing
 * @property {string[]} stale
 * @property {string|null} unavailable
 */

/**
 * @typedef {object} Trends
 * @property {number} serverTime
 * @property {string} patientRef
 * @property {number} from
 * @property {number} to
 * @property {number} stepMs
 * @property {TrendSeries[]} series
 * @property {UsualRange[]} usual
 * @property {ScoreRun[]} scores
 * @property {AlarmMark[]} alarms
 */

/**
 * @typedef {object} Limit
 * @property {string} rule
 * @property {string} vital
 * @property {string} label
 * @property {'low'|'high'} side
 * @property {{priority: Priority, threshold:number, delayMs:number}[]} levels
 * @property {number} hysteresis
 * @property {string} source
 */

/**
 * @typedef {object} ChartEntry what a person observed or did at the bed
 * @property {string} id
 * @property {number} time
 * @property {{vital:string, value?:number|null, code?:string|null}[]} measurements
 * @property {string|null} intervention
 * @property {string|null} corrects
 * @property {string|null} correctedBy
 * @property {string} actor
 * @property {number} recordedAt
 */

/** @typedef {{id:string, patientRef:string, bed:string|null, from:number, to:number|null, actor:string, reason:string, recordedAt:number}} Association */
/** @typedef {{id:string, profile:string, associations: Association[]}} RegisteredDevice */
/** @typedef {{role:string, receiver:string, person:string|null}} RotaStep */

/**
 * @typedef {object} RegisteredPatient
 * @property {string} patientRef
 * @property {string} bed
 * @property {string|null} initials
 * @property {number|null} age
 * @property {string|null} sex
 * @property {'1'|'2'|null} spo2Scale
 * @property {{actor:string, reason:string, time:number}|null} scaleOrder
 * @property {string|null} careProfile
 * @property {'pregnant'|'spinal-cord-injury'|null} news2Exclusion
 * @property {number} admittedAt
 * @property {number} revision
 */

/**
 * @typedef {object} Register
 * @property {string} ward
 * @property {number} serverTime
 * @property {{id:string, position:number, nurse:string|null, patientRef:string|null}[]} beds
 * @property {RegisteredPatient[]} patients
 * @property {RegisteredDevice[]} devices
 * @property {{id:string, signals:{vital:string, intervalMs:number, noSignalAfterMs:number}[]}[]} profiles
 * @property {{id:string, title:string}[]} careProfiles
 * @property {{id:string, name:string, role:string}[]} staff
 * @property {{shifts:{name:string, from:string, steps:RotaStep[]}[], steps:RotaStep[], revision:number}} rota
 */

export {};
