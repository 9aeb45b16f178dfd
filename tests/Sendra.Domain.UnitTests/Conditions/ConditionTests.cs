using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;

namespace Sendra.Domain.UnitTests.Conditions;

internal sealed class ConditionTests
{
    [TestCase("equals", "\"pro\"", "\"pro\"", true)]
    [TestCase("equals", "\"pro\"", "\"Pro\"", false)]
    [TestCase("equals", "\"é\"", "\"e\\u0301\"", false, Description = "ordinally, not by what looks alike")]
    [TestCase("equals", "1", "1.0", true)]
    [TestCase("equals", "1", "\"1\"", false)]
    [TestCase("equals", "true", "true", true)]
    [TestCase("equals", "true", "\"true\"", false)]
    [TestCase("equals", "true", "1", false)]
    [TestCase("notEquals", "\"pro\"", "\"free\"", true)]
    [TestCase("notEquals", "\"pro\"", "\"pro\"", false)]
    [TestCase("notEquals", "\"pro\"", "5", false)]
    [TestCase("notEquals", "\"pro\"", "null", false)]
    [TestCase("notEquals", "\"pro\"", null, false)]
    [TestCase("notIn", "[\"pro\", \"team\"]", "\"free\"", true)]
    [TestCase("notIn", "[\"pro\", \"team\"]", "\"team\"", false)]
    [TestCase("notIn", "[\"pro\", \"team\"]", "5", false)]
    [TestCase("notIn", "[\"pro\", 7]", "5", true)]
    [TestCase("notIn", "[\"pro\"]", null, false)]
    [TestCase("in", "[\"pro\", 7]", "7.0", true)]
    [TestCase("in", "[\"pro\", 7]", "[7]", false)]
    [TestCase("contains", "\"ro\"", "\"pro\"", true)]
    [TestCase("contains", "\"RO\"", "\"pro\"", false)]
    [TestCase("contains", "7", "[1, 7.0]", true)]
    [TestCase("contains", "\"7\"", "[1, 7]", false)]
    [TestCase("contains", "7", "\"177\"", false)]
    [TestCase("notContains", "\"x\"", "\"pro\"", true)]
    [TestCase("notContains", "\"x\"", "[]", true)]
    [TestCase("notContains", "\"x\"", "12", false)]
    [TestCase("notContains", "\"x\"", null, false)]
    [TestCase("startsWith", "\"pr\"", "\"pro\"", true)]
    [TestCase("startsWith", "\"ro\"", "\"pro\"", false)]
    [TestCase("endsWith", "\"ro\"", "\"pro\"", true)]
    [TestCase("endsWith", "\"1\"", "11", false)]
    [TestCase("exists", null, "0", true)]
    [TestCase("exists", null, "null", false)]
    [TestCase("exists", null, null, false)]
    [TestCase("notExists", null, null, true)]
    [TestCase("notExists", null, "\"\"", false)]
    [TestCase("isTrue", null, "true", true)]
    [TestCase("isTrue", null, "1", false)]
    [TestCase("isFalse", null, "false", true)]
    [TestCase("isFalse", null, null, false)]
    [TestCase("greaterThan", "9", "10", true)]
    [TestCase("greaterThan", "9", "\"10\"", false)]
    [TestCase("lessThan", "\"9\"", "\"10\"", true, Description = "text by its characters")]
    [TestCase("atLeast", "10", "1e1", true)]
    [TestCase("atMost", "10", "10.000000000000000000001", false)]
    [TestCase("before", "\"2026-05-01\"", "\"2026-04-30T23:59:59.999Z\"", true)]
    [TestCase("before", "\"2026-05-01\"", "\"2026-05-01T01:00:00+02:00\"", true)]
    [TestCase("after", "\"2026-05-01T00:00:00+02:00\"", "\"2026-04-30T22:00:00Z\"", false, Description = "the same instant")]
    [TestCase("after", "\"2026-05-01\"", "1798761600", false)]
    [TestCase("after", "\"2026-05-01\"", "\"soon\"", false)]
    [TestCase("withinLast", "\"P30D\"", "\"2026-04-20T12:00:00Z\"", true)]
    [TestCase("withinLast", "\"P30D\"", "\"2026-04-20T11:59:59Z\"", false)]
    [TestCase("withinLast", "\"P1M\"", "\"2026-04-20T12:00:00Z\"", true)]
    [TestCase("withinLast", "\"P1D\"", "\"2026-05-20T12:00:01Z\"", false, Description = "not yet")]
    public void C1_values_compare_without_conversion(string op, string? value, string? stands, bool holds) =>
        Asked.Rule(op, value, stands).Holds.Should().Be(holds);

    [TestCase("9007199254740993", "9007199254740992", 1)]
    [TestCase("123456789012345678901234567890", "123456789012345678901234567891", -1)]
    [TestCase("1e400", "9e399", 1)]
    [TestCase("-1e400", "1", -1)]
    [TestCase("-2", "-10", 1)]
    [TestCase("0.1", "1e-1", 0)]
    [TestCase("1.10", "11e-1", 0)]
    [TestCase("-0", "0.000", 0)]
    [TestCase("0e999999999999999999999", "0", 0)]
    [TestCase("0.001", "0.0009999", 1)]
    [TestCase("100", "1e2", 0)]
    [TestCase("100.5", "1005e-1", 0)]
    [TestCase("1e-999999999", "1e-1000000000", 1)]
    [TestCase("0.30000000000000004", "0.3", 1)]
    public void C1_numbers_compare_exactly(string left, string right, int order)
    {
        Asked.Rule("greaterThan", right, left).Holds.Should().Be(order > 0);
        Asked.Rule("lessThan", right, left).Holds.Should().Be(order < 0);
        Asked.Rule("equals", right, left).Holds.Should().Be(order == 0);
        Asked.Rule("notEquals", right, left).Holds.Should().Be(order != 0);
    }

    [Test]
    public void C1_a_number_beyond_counting_is_of_another_type() =>
        Asked.Rule("greaterThan", "1", "1e99999999999999999999").Holds.Should().BeFalse();

    [TestCase("equals", "\"PRO\"", "\"pro\"")]
    [TestCase("in", "[\"PRO\"]", "\"pro\"")]
    [TestCase("contains", "\"R\"", "\"pro\"")]
    [TestCase("contains", "\"PRO\"", "[\"pro\"]")]
    [TestCase("startsWith", "\"P\"", "\"pro\"")]
    [TestCase("endsWith", "\"O\"", "\"pro\"")]
    public void C1_case_is_ignored_by_choice(string op, string value, string stands)
    {
        Asked.Rule(op, value, stands).Holds.Should().BeFalse();
        Asked.Rule(op, value, stands, ignoringCase: true).Holds.Should().BeTrue();
    }

    [TestCase("contact.email", "ada@example.com")]
    [TestCase("contact.firstName", "Ada")]
    [TestCase("contact.plan", "pro")]
    [TestCase("event.a.b.0.c\\.d", "deep")]
    [TestCase("trigger.orderId", "o-1")]
    public void Every_root_is_read(string field, string stands)
    {
        var context = Asked.On(
            """{ "a": { "b": [{ "c.d": "deep" }] } }""", """{ "orderId": "o-1" }""", """{ "firstName": "Ada", "plan": "pro" }""", "UTC", ("plan", CustomFieldType.Text));
        var rule = $$"""{ "field": "{{field.Replace("\\", "\\\\", StringComparison.Ordinal)}}", "op": "equals", "value": "{{stands}}" }""";

        Asked.Condition(rule).Evaluate(context).Holds.Should().BeTrue();
    }

    [TestCase("\"7\"", "\"7\"", true)]
    [TestCase("7", "7.0", true)]
    [TestCase("7", "\"7\"", false)]
    [TestCase("7", "8", false)]
    [TestCase("null", "null", false)]
    public void Fields_compare_with_each_other(string one, string other, bool holds)
    {
        var condition = Asked.Condition("""{ "field": "event.orderId", "op": "equals", "value": { "field": "trigger.orderId" } }""");

        condition.Evaluate(Asked.On($$"""{ "orderId": {{one}} }""", $$"""{ "orderId": {{other}} }""")).Holds.Should().Be(holds);
        condition.Fields.Select(field => field.Text).Should().Equal("event.orderId", "trigger.orderId");
    }

    [Test]
    public void C1_a_field_that_was_declared_a_date_is_an_instant()
    {
        var context = Asked.On("{}", null, """{ "trialEndsAt": "2026-05-01T02:00:00+02:00" }""", "UTC", ("trialEndsAt", CustomFieldType.Date));

        Asked.Condition("""{ "field": "contact.trialEndsAt", "op": "equals", "value": "2026-05-01" }""").Evaluate(context).Holds.Should().BeTrue();
        Asked.Condition("""{ "field": "contact.trialEndsAt", "op": "atLeast", "value": "2026-05-01" }""").Evaluate(context).Holds.Should().BeTrue();
        Asked.Condition("""{ "field": "contact.trialEndsAt", "op": "notEquals", "value": "soon" }""").Evaluate(context).Holds.Should().BeFalse();
    }

    [Test]
    public void C1_a_date_begins_in_the_zone_of_the_workspace()
    {
        var condition = Asked.Condition("""{ "field": "event.at", "op": "before", "value": "2026-05-01" }""");

        condition.Evaluate(Asked.On("""{ "at": "2026-04-30T22:30:00Z" }""")).Holds.Should().BeTrue();
        condition.Evaluate(Asked.On("""{ "at": "2026-04-30T22:30:00Z" }""", zone: "Europe/Berlin")).Holds.Should().BeFalse();
    }

    [Test]
    public void A_value_whose_field_is_no_longer_declared_reads_as_missing()
    {
        var condition = Asked.Condition("""{ "field": "contact.plan", "op": "exists" }""");

        condition.Evaluate(Asked.On("{}", contact: """{ "plan": "pro" }""")).Holds.Should().BeFalse();
    }

    [TestCase("""{ "all": [{ "field": "event.a", "op": "isTrue" }, { "field": "event.b", "op": "isTrue" }] }""", false)]
    [TestCase("""{ "any": [{ "field": "event.a", "op": "isTrue" }, { "field": "event.b", "op": "isTrue" }] }""", true)]
    [TestCase("""{ "not": { "field": "event.b", "op": "isTrue" } }""", true)]
    [TestCase("""{ "not": { "field": "event.missing", "op": "isTrue" } }""", true)]
    [TestCase("""{ "not": { "any": [{ "field": "event.b", "op": "isTrue" }, { "all": [{ "field": "event.a", "op": "isTrue" }] }] } }""", false)]
    public void Conditions_are_made_of_others(string condition, bool holds) =>
        Asked.Condition(condition).Evaluate(Asked.On("""{ "a": true, "b": false }""")).Holds.Should().Be(holds);

    [TestCase("equals", "\"pro\"", "\"free\"", "event.x equals \"pro\" does not hold: it is \"free\"")]
    [TestCase("equals", "\"pro\"", null, "event.x equals \"pro\" does not hold: event.x is missing")]
    [TestCase("equals", "\"pro\"", "null", "event.x equals \"pro\" does not hold: event.x is null")]
    [TestCase("notEquals", "\"pro\"", "5", "event.x does not equal \"pro\" does not hold: it is 5, which is of another type")]
    [TestCase("in", "[1, 2, 3, 4, 5]", "[]", "event.x is one of [1, 2, 3 and 2 more] does not hold: it is a list of 0 items, which is of another type")]
    [TestCase("atLeast", "100", "200", "event.x is at least 100 holds: it is 200")]
    [TestCase("isTrue", null, "true", "event.x is true holds")]
    public void C1_the_reason_names_the_rule_and_what_stood_there(string op, string? value, string? stands, string reason) =>
        Asked.Rule(op, value, stands).Reason.Should().Be(reason);

    [Test]
    public void The_reason_of_several_names_what_decided()
    {
        var context = Asked.On("""{ "a": true, "b": false }""");

        Asked.Condition("""{ "all": [{ "field": "event.a", "op": "isTrue" }, { "field": "event.b", "op": "isTrue" }] }""").Evaluate(context).Reason
            .Should().Be("event.b is true does not hold: it is false");
        Asked.Condition("""{ "not": { "field": "event.a", "op": "isTrue" } }""").Evaluate(context).Reason.Should().Be("not: event.a is true holds");
        Asked.Condition("""{ "any": [{ "field": "event.b", "op": "isTrue" }, { "field": "event.c", "op": "exists" }] }""").Evaluate(context).Reason
            .Should().Be("event.b is true does not hold: it is false; event.c exists does not hold: it is missing");
    }

    [Test]
    public void A_reason_is_short_whatever_stood_there()
    {
        var long1 = $"\"{new string('x', 200_000)}\"";
        var rules = string.Join(',', Enumerable.Repeat($$"""{ "field": "event.{{new string('y', 480)}}", "op": "equals", "value": "{{new string('z', 2_000)}}" }""", Condition.MaxRules));

        Asked.Rule("equals", "1", long1).Reason.Length.Should().BeLessThan(200);
        Asked.Condition($$"""{ "any": [{{rules}}] }""").Evaluate(Asked.On("{}")).Reason.Length.Should().Be(Verdict.MaxReasonLength);
    }
}
