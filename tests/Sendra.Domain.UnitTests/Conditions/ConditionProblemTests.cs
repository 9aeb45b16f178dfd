namespace Sendra.Domain.UnitTests.Conditions;

internal sealed class ConditionProblemTests
{
    [TestCase("null", "where", "This is null. A condition is*")]
    [TestCase("[]", "where", "This is a list of 0 items.*")]
    [TestCase("""{ "all": [] }""", "where.all", "This must be a list of 1 to 50 conditions.")]
    [TestCase("""{ "any": {} }""", "where.any", "This must be a list*")]
    [TestCase("""{ "all": [{ "field": "event.x", "op": "exists" }], "any": [] }""", "where", "Nothing else may stand beside all.*")]
    [TestCase("""{ "all": [{ "field": "event.x", "op": "exists" }, { "field": "x", "op": "exists" }] }""", "where.all[1].field", "\"x\" isn't a field. Write contact.email*")]
    [TestCase("""{ "not": 5 }""", "where.not", "This is 5.*")]
    [TestCase("""{ "field": "event.x", "op": "is" }""", "where.op", "The operator is \"is\". It must be one of equals, notEquals, *")]
    [TestCase("""{ "field": "event.x" }""", "where.op", "The operator is missing.*")]
    [TestCase("""{ "field": 5, "op": "exists" }""", "where.field", "The field is 5; it must be text*")]
    [TestCase("""{ "field": "event.", "op": "exists" }""", "where.field", "\"event.\" isn't a field. The path is empty.*")]
    [TestCase("""{ "field": "event.a[0]", "op": "exists" }""", "where.field", "\"event.a[[]0]\" isn't a field. The path has a bracket*")]
    [TestCase("""{ "field": "contact.a.b", "op": "exists" }""", "where.field", "\"contact.a.b\" isn't a field: contact properties have no fields inside.")]
    [TestCase("""{ "field": "event.x", "op": "exists", "value": 1 }""", "where.value", "exists takes no value.")]
    [TestCase("""{ "field": "event.x", "op": "equals" }""", "where.value", "The value of equals is missing.")]
    [TestCase("""{ "field": "event.x", "op": "equals", "value": null }""", "where.value", "The value of equals is null. To check*")]
    [TestCase("""{ "field": "event.x", "op": "equals", "value": [1] }""", "where.value", "The value of equals is a list of 1 item; it must be text*")]
    [TestCase("""{ "field": "event.x", "op": "in", "value": "a" }""", "where.value", "The value of in must be a list of 1 to 1000 values.")]
    [TestCase("""{ "field": "event.x", "op": "in", "value": [] }""", "where.value", "The value of in must be a list of 1 to 1000 values.")]
    [TestCase("""{ "field": "event.x", "op": "in", "value": [1, null] }""", "where.value", "The value of in has an item that is null*")]
    [TestCase("""{ "field": "event.x", "op": "startsWith", "value": 1 }""", "where.value", "The value of startsWith must be text.")]
    [TestCase("""{ "field": "event.x", "op": "atLeast", "value": true }""", "where.value", "The value of atLeast must be a number or text.")]
    [TestCase("""{ "field": "event.x", "op": "before", "value": "soon" }""", "where.value", "The value of before must be an ISO 8601 date*")]
    [TestCase("""{ "field": "event.x", "op": "withinLast", "value": "30 days" }""", "where.value", "The value of withinLast is \"30 days\", which isn't an ISO 8601 duration*")]
    [TestCase("""{ "field": "event.x", "op": "withinLast", "value": "-P1D" }""", "where.value", "The value of withinLast must not be negative.")]
    [TestCase("""{ "field": "event.x", "op": "withinLast", "value": { "field": "event.y" } }""", "where.value", "The value of withinLast must be an ISO 8601 duration*")]
    [TestCase("""{ "field": "event.x", "op": "equals", "value": { "path": "event.y" } }""", "where.value", "The value is an object. To compare with another field, write*")]
    [TestCase("""{ "field": "event.x", "op": "equals", "value": { "field": "y" } }""", "where.value.field", "\"y\" isn't a field.*")]
    [TestCase("""{ "field": "event.x", "op": "equals", "value": "y", "caseInsensitive": 1 }""", "where.caseInsensitive", "caseInsensitive must be true or false.")]
    [TestCase("""{ "field": "event.x", "op": "equals", "value": "y", "ignoreCase": true }""", "where.ignoreCase", "A rule has field, op, value and caseInsensitive, but no `ignoreCase`.")]
    [TestCase("""{ "received": 5 }""", "where.received", "received is 5. It must be the name of an event.")]
    [TestCase("""{ "received": " x" }""", "where.received", "received must not begin or end with white space.")]
    [TestCase("""{ "received": "x", "atLeast": 0 }""", "where.atLeast", "atLeast is 0. It must be a whole number from 1 to 1000.")]
    [TestCase("""{ "received": "x", "atLeast": 1001 }""", "where.atLeast", "atLeast is 1001.*")]
    [TestCase("""{ "received": "x", "atLeast": 1.5 }""", "where.atLeast", "atLeast is 1.5.*")]
    [TestCase("""{ "received": "x", "atLeast": "2" }""", "where.atLeast", "atLeast is \"2\".*")]
    [TestCase("""{ "received": "x", "within": "90 days" }""", "where.within", "within is \"90 days\", which isn't an ISO 8601 duration*")]
    [TestCase("""{ "received": "x", "within": "-P1D" }""", "where.within", "within must not be negative.")]
    [TestCase("""{ "received": "x", "times": 2 }""", "where.times", "A rule on past events has received, where, within and atLeast, but no `times`.")]
    [TestCase("""{ "received": "x", "where": 5 }""", "where.where", "This is 5.*")]
    [TestCase("""{ "received": "x", "where": { "field": "event.y", "op": "is" } }""", "where.where.op", "The operator is \"is\".*")]
    [TestCase("""{ "received": "x", "where": { "not": { "received": "y" } } }""", "where.where.not.received", "The where of a rule on past events can't have such a rule itself.")]
    [TestCase("""{ "field": "event.x", "op": "equals", "value": 1e99999999999999999999 }""", "where.value", "The value of equals is a number too large to compare.")]
    public void F8_what_is_wrong_is_said_with_its_place(string json, string path, string message)
    {
        var problem = Asked.Problems(json).Should().ContainSingle().Subject;

        problem.Path.Should().Be(path);
        problem.Message.Should().Match(message.Replace("[[]", "[", StringComparison.Ordinal));
    }

    [Test]
    public void F8_all_that_is_wrong_is_said_at_once() =>
        Asked.Problems("""{ "any": [{ "field": "x", "op": "y" }, { "field": "event.x", "op": "equals" }] }""").Select(problem => problem.Path)
            .Should().Equal("where.any[0].field", "where.any[0].op", "where.any[1].value");

    [TestCase(5, 0)]
    [TestCase(6, 1)]
    public void Groups_stand_at_most_five_deep(int depth, int problems)
    {
        var json = """{ "field": "event.x", "op": "exists" }""";
        for (var i = 0; i < depth; i++)
        {
            json = i % 2 == 0 ? $$"""{ "not": {{json}} }""" : $$"""{ "all": [{{json}}] }""";
        }

        Asked.Problems(json).Should().HaveCount(problems);
    }

    [TestCase(25, 0)]
    [TestCase(26, 1)]
    public void A_condition_has_at_most_fifty_rules(int half, int problems)
    {
        var rules = string.Join(',', Enumerable.Repeat("""{ "field": "event.x", "op": "exists" }""", half));

        Asked.Problems($$"""{ "any": [{ "all": [{{rules}}] }, { "any": [{{rules}}] }] }""").Should().HaveCount(problems);
    }

    [Test]
    public void Lists_and_texts_have_an_end()
    {
        Asked.Problems($$"""{ "field": "event.x", "op": "in", "value": [{{string.Join(',', Enumerable.Range(0, 1_001))}}] }""").Should().ContainSingle();
        Asked.Problems($$"""{ "field": "event.x", "op": "equals", "value": "{{new string('x', 2_001)}}" }""").Should().ContainSingle();
        Asked.Problems($$"""{ "field": "event.x", "op": "equals", "value": {{new string('1', 401)}} }""").Should().ContainSingle();
        Asked.Problems($$"""{ "field": "event.{{new string('x', 501)}}", "op": "exists" }""").Should().ContainSingle();
    }
}
