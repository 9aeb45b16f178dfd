using System.Globalization;
using System.Text.Json;
using CsCheck;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Contacts;

namespace Sendra.Domain.UnitTests.Conditions;

internal sealed class ConditionPropertyTests
{
    private static readonly string[] Operators =
    [
        "equals", "notEquals", "contains", "notContains", "startsWith", "endsWith", "in", "notIn", "greaterThan", "atLeast", "lessThan",
        "atMost", "before", "after", "withinLast", "exists", "notExists", "isTrue", "isFalse", "no such operator",
    ];

    private static readonly Gen<string> GenScalar = Gen.Frequency(
        (6, Gen.OneOf(
            "null", "true", "false", "0", "-0", "1", "1.0", "1e400", "-1E-400", "1e99999999999999999999", "9007199254740993", "\"\"", "\"pro\"", "\"\\ud800\"",
            "\"\\u0000\"", "\"2026-05-20\"", "\"0001-01-01\"", "\"9999-12-31T23:59:59.9999999-14:00\"", "\"20260520\"", "\"P1D\"", "\"P9999Y\"", "\"PT999999999S\"", "\"-P1M\"")),
        (2, Gen.Decimal.Select(number => number.ToString(CultureInfo.InvariantCulture))),
        (2, Gen.String.Select(text => JsonSerializer.Serialize(text))));

    private static readonly Gen<string> GenName = Gen.OneOf("x", "y", "0", "a.b", "\\ud800", "plan", "email");

    private static readonly Gen<string> GenJson = Gen.Recursive<string>((depth, inner) => depth > 4
        ? GenScalar
        : Gen.Frequency(
            (3, GenScalar),
            (1, inner.Array[0, 3].Select(items => $"[{string.Join(',', items)}]")),
            (1, Gen.Select(GenName, inner).Array[0, 3].Select(fields =>
                $"{{{string.Join(',', fields.DistinctBy(field => field.Item1).Select(field => $"\"{field.Item1}\":{field.Item2}"))}}}"))));

    private static readonly Gen<string> GenField = Gen.OneOf(
        "event.x", "event.y.0", "event.0.x", "trigger.x", "contact.email", "contact.plan", "contact.when", "contact.none", "event.a\\\\.b", "event", "");

    private static readonly Gen<string> GenRule = Gen.Select(
        GenField,
        Gen.OneOf(Operators),
        Gen.Frequency((4, GenScalar), (2, GenScalar.Array[0, 4].Select(items => $"[{string.Join(',', items)}]")), (2, GenField.Select(field => $$"""{"field":"{{field}}"}""")), (1, GenJson)),
        Gen.Bool,
        Gen.Bool,
        (field, op, value, hasValue, ignores) =>
            $$"""{"field":"{{field}}","op":"{{op}}"{{(hasValue ? $",\"value\":{value}" : "")}}{{(ignores ? ",\"caseInsensitive\":true" : "")}}}""");

    private static readonly Gen<string> GenReceived = Gen.Select(
        Gen.OneOf("bought", "opened", " ", "\\ud800"),
        Gen.Frequency((3, GenRule), (1, Gen.OneOf("null", "5", "{\"received\":\"x\"}"))),
        Gen.OneOf("P1D", "P1M", "PT0S", "P9999Y", "x"),
        Gen.OneOf("1", "2", "1000", "0", "1.5", "null"),
        Gen.Int[0, 7],
        (name, where, within, atLeast, has) =>
            $$"""{"received":"{{name}}"{{((has & 1) > 0 ? $",\"where\":{where}" : "")}}{{((has & 2) > 0 ? $",\"within\":\"{within}\"" : "")}}{{((has & 4) > 0 ? $",\"atLeast\":{atLeast}" : "")}}}""");

    private static readonly Gen<string> GenCondition = Gen.Recursive<string>((depth, inner) => depth > 3
        ? GenRule
        : Gen.Frequency(
            (4, GenRule),
            (2, GenReceived),
            (1, inner.Array[1, 3].Select(parts => $$"""{"all":[{{string.Join(',', parts)}}]}""")),
            (1, inner.Array[1, 3].Select(parts => $$"""{"any":[{{string.Join(',', parts)}}]}""")),
            (1, inner.Select(part => $$"""{"not":{{part}}}"""))));

    [Test]
    public void C4_any_json_is_a_condition_or_has_a_problem() => Gen.OneOf(GenJson, GenCondition).Sample(json =>
    {
        var problems = new List<DefinitionProblem>();
        using var document = JsonDocument.Parse(json);
        var isCondition = Condition.TryParse(document.RootElement, "where", problems, out _);

        return isCondition == (problems.Count == 0);
    });

    [Test]
    public void C4_a_condition_has_a_verdict_over_any_json() => Gen.Select(GenCondition, GenJson, GenJson).Sample(
        (json, arrived, trigger) =>
        {
            using var document = JsonDocument.Parse(json);
            if (!Condition.TryParse(document.RootElement, "where", [], out var condition))
            {
                return true;
            }

            var past = Enumerable.Range(1, 9).Select(day => (day % 2 == 0 ? "bought" : "opened", $"2026-05-1{day}T12:00:00Z", (string?)arrived));
            var context = Asked.On(
                Asked.History(condition, past),
                arrived, trigger, """{"plan":"pro","when":"2026-05-20"}""", "America/New_York", ("plan", CustomFieldType.Text), ("when", CustomFieldType.Date));
            var verdict = condition.Evaluate(context);
            return verdict.Reason.Length is > 0 and <= Verdict.MaxReasonLength && condition.Evaluate(context).Holds == verdict.Holds;
        },
        iter: 5_000);

    [Test]
    public void C1_numbers_compare_as_decimals_do() => Gen.Select(Gen.Decimal, Gen.Decimal).Sample((left, right) =>
    {
        string Json(decimal number) => number.ToString(CultureInfo.InvariantCulture);
        return Asked.Rule("greaterThan", Json(right), Json(left)).Holds == left > right
            && Asked.Rule("atMost", Json(right), Json(left)).Holds == left <= right
            && Asked.Rule("equals", Json(right), Json(left)).Holds == (left == right);
    });

    [Test]
    [CancelAfter(20_000)]
    public void C4_the_worst_that_can_arrive_is_over_soon()
    {
        var needle = new string('a', 1_000) + "b" + new string('a', 999);
        var rules = string.Join(',', Enumerable.Repeat($$"""{ "field": "event.x", "op": "contains", "value": "{{needle}}", "caseInsensitive": true }""", Condition.MaxRules));

        Asked.Condition($$"""{ "any": [{{rules}}] }""").Evaluate(Asked.On($$"""{ "x": "{{new string('a', 250_000)}}" }""")).Holds.Should().BeFalse();
    }
}
