# Counts the tests of a .trx file. Prints "database passed failed skipped" for each database that tests ran on and for
# "none" (tests that need no database or don't say which).
#
# The database is an argument of the test's fixture: the file has it in the className of the test's definition, such as
# Sendra.WebApi.FunctionalTests.Events.SendEventTests(&quot;Sqlite&quot;), while the outcome stands elsewhere, joined
# by the execution's id.

# Every > that is not the end of a tag is written as &gt;, so a record is a tag, whatever the line breaks.
BEGIN { RS = ">" }

function attribute(name) {
  if (!match($0, " " name "=\"[^\"]*\"")) return ""
  return substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
}

function database(class, arguments) {
  arguments = index(class, "(") ? substr(class, index(class, "(")) : ""
  if (match(arguments, /[(,; ](Sqlite|PostgreSql|Citus|SqlServer)[&,)]/)) return substr(arguments, RSTART + 1, RLENGTH - 2)
  return "none"
}

/<UnitTestResult / { outcome[attribute("executionId")] = attribute("outcome") }
/<Execution /      { execution = attribute("id") }
/<TestMethod /     { databases[execution] = database(attribute("className")) }

END {
  for (id in outcome) {
    key = id in databases ? databases[id] : "none"
    seen[key] = 1
    if (outcome[id] == "Passed") passed[key]++
    else if (outcome[id] == "NotExecuted" || outcome[id] == "Inconclusive") skipped[key]++
    else failed[key]++
  }
  for (key in seen) print key, passed[key] + 0, failed[key] + 0, skipped[key] + 0
}
