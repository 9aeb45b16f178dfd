using CsCheck;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Domain.UnitTests.EventPatterns;

public sealed class EventSchemaTests
{
    [TestCase(SchemaType.Text, "\"a\"", "1", "true", "[]", "{}")]
    [TestCase(SchemaType.Number, "-1.5e400", "\"1\"", "true", "[1]", "{}")]
    [TestCase(SchemaType.Boolean, "false", "\"true\"", "1", "0", "[true]")]
    [TestCase(SchemaType.Date, "\"2026-01-31\"", "\"soon\"", "20260131", "\"2026-13-01\"", "[]")]
    [TestCase(SchemaType.Date, "\"2026-01-31T10:00:00+02:00\"", "\"\"", "true", "\"31.1.2026\"", "{}")]
    [TestCase(SchemaType.Object, "{}", "[]", "\"{}\"", "1", "true")]
    [TestCase(SchemaType.List, "[]", "{}", "\"[]\"", "1", "true")]
    public void Schemas_a_value_has_the_type_or_not(SchemaType type, string good, params string[] bad)
    {
        var schema = Of(new SchemaPropertyText("p", type, true, null));

        schema.Check(new RawJson($"{{\"p\":{good}}}")).Should().BeEmpty();
        foreach (var value in bad.Append("null"))
        {
            schema.Check(new RawJson($"{{\"p\":{value}}}")).Should().ContainSingle(value).Which.Field.Should().Be("eventProperties.p");
        }
    }

    [Test]
    public void Schemas_allowed_values_are_equal_as_conditions_see_it()
    {
        var schema = Of(Allowed("t", SchemaType.Text, "\"a\\u0062\""), Allowed("n", SchemaType.Number, "1", "9007199254740993"), Allowed("b", SchemaType.Boolean, "true"));

        schema.Check(new RawJson("""{"t":"ab","n":1.0,"b":true}""")).Should().BeEmpty();
        schema.Check(new RawJson("""{"t":"AB","n":9007199254740992,"b":false}""")).Should().HaveCount(3);
        schema.Check(new RawJson("""{"t":null}""")).Should().BeEmpty("none is required");
    }

    [Test]
    public void Schemas_are_stored_as_they_are()
    {
        var schema = Of(Allowed("n", SchemaType.Number, "1.10", "2"), new SchemaPropertyText("a.b ü", SchemaType.Date, true, null));

        var again = EventSchema.Parse(schema.Json);

        again.Json.Should().Be(schema.Json);
        again.Properties.Select(one => (one.Name, one.Type, one.Required)).Should().Equal(("n", SchemaType.Number, false), ("a.b ü", SchemaType.Date, true));
        again.Properties[0].Allowed.Should().Equal(new RawJson("1.10"), new RawJson("2"));
    }

    [Test]
    public void Schemas_check_whatever_comes()
    {
        var schema = Of(new SchemaPropertyText("p", SchemaType.Date, true, null), Allowed("q", SchemaType.Text, "\"x\""));

        Gen.OneOf(
            Gen.OneOf("null", "[]", "7", "\"x\"", "{}", """{"\ud800":1}""", """{"p":"\ud800","q":"\ud800"}"""),
            Gen.String[Gen.Char.AlphaNumeric, 0, 20].Select(text => $"{{\"p\":\"{text}\",\"q\":\"{text}\"}}"))
            .Sample(json => schema.Check(new RawJson(json)).Should().HaveCountLessThanOrEqualTo(2), iter: 1_000);
        schema.Check(null).Should().ContainSingle();
    }

    [Test]
    public void Schemas_learn_at_most_what_one_may_hold()
    {
        var learner = new SchemaLearner();
        learner.Take(new RawJson($"{{{string.Join(',', Enumerable.Range(0, 150).Select(i => $"\"p{i}\":{i}"))},\"{new string('x', 101)}\":1,\"\":1}}"));

        learner.Complete(EventSchema.Empty).Properties.Should().HaveCount(EventSchema.MaxProperties).And.OnlyContain(one => one.Required && one.Type == SchemaType.Number);
        learner.Complete(Of(new SchemaPropertyText("p0", SchemaType.Text, false, null))).Properties.Count(one => one.Name == "p0").Should().Be(1);
    }

    private static SchemaPropertyText Allowed(string name, SchemaType type, params string[] values) => new(name, type, null, [.. values.Select(value => (RawJson?)new RawJson(value))]);

    private static EventSchema Of(params SchemaPropertyText[] properties)
    {
        EventSchema.TryCreate(properties, out var schema, out var problems).Should().BeTrue(string.Join(' ', problems.Select(problem => problem.Message)));
        return schema!;
    }
}
