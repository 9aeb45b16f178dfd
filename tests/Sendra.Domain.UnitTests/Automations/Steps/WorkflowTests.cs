using System.Text.Json;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Automations.Steps;

public sealed class WorkflowTests
{
    private const string When = """{"field":"contact.email","op":"exists"}""";

    [Test]
    public void Every_type_is_read_with_its_ways_out()
    {
        var workflow = Parse($$$"""
            [
              {"id":"w","type":"wait","for":"P3D","window":{"days":["mon"],"from":"09:00","to":"17:00"},"next":"b"},
              {"id":"b","type":"branch","name":"Plan","paths":[{"name":"pro","when":{{{When}}},"next":"s"},{"name":"free","when":{{{When}}},"next":null}],"otherwise":"u"},
              {"id":"s","type":"split","paths":[{"name":"A","weight":1,"next":"u"},{"name":"B","weight":2.5}]},
              {"id":"u","type":"updateContact","set":{"firstName":"Ada","lastName":null,"name":"{{ event.name }}","plan":{"field":"trigger.plan"}},"next":"d"},
              {"id":"d","type":"wait","until":{"field":"contact.trialEndsAt","offset":"-P3D"}}
            ]
            """);

        workflow.HasSteps.Should().BeTrue();
        workflow.First!.Id.Value.Should().Be("w");
        workflow.Steps.Select(step => step.Type).Should().Equal("wait", "branch", "split", "updateContact", "wait");
        workflow.Find(StepId.Parse("b"))!.Name.Should().Be("Plan");
        workflow.Find(StepId.Parse("B")).Should().BeNull("ids are case-sensitive");
        workflow.Steps.SelectMany(step => step.Exits).Select(exit => $"{exit.Field} {exit.Path} {exit.To}").Should().Equal(
            "next  b",
            "paths[0].next pro s", "paths[1].next free ", "otherwise otherwise u",
            "paths[0].next A u", "paths[1].next B ",
            "next  d",
            "next  ");
        ((UpdateContactStep)workflow[StepId.Parse("u")]).Set.Select(change => change.Value.GetType().Name)
            .Should().Equal("Literal", "Literal", "Rendered", "Copied");
    }

    [Test]
    public void What_is_kept_reads_the_same_again_and_says_what_its_author_wrote()
    {
        var workflow = Parse("""
            [ { "type": "updateContact", "id": "a", "name": null, "next": null, "set": { "firstName": null, "plan": 1.10 } } ]
            """);

        workflow.Json.Should().Be("""[{"type":"updateContact","id":"a","set":{"firstName":null,"plan":1.10}}]""");
        Workflow.Parse(workflow.Json).Json.Should().Be(workflow.Json);
        Workflow.Parse("[]").Should().BeSameAs(Workflow.None);
    }

    [Test]
    public void The_order_of_fields_and_nulls_that_say_nothing_are_no_change()
    {
        var workflow = Parse("""[{"id":"a","type":"wait","for":"P1D"}]""");

        workflow.Says(Parse("""[{"type":"wait","next":null,"for":"P1D","id":"a"}]""")).Should().BeTrue();
        workflow.Says(Parse("""[{"id":"a","type":"wait","for":"P2D"}]""")).Should().BeFalse();
        workflow.Says(Workflow.None).Should().BeFalse();
    }

    [TestCase("""{}""", "steps")]
    [TestCase("""[1]""", "steps[0]")]
    [TestCase("""[{"type":"wait","for":"P1D"}]""", "steps[0].id")]
    [TestCase("""[{"id":"a b","type":"wait","for":"P1D"}]""", "steps[0].id")]
    [TestCase("""[{"id":"12345678901234567890123456789012345678901","type":"wait","for":"P1D"}]""", "steps[0].id")]
    [TestCase("""[{"id":7,"type":"wait","for":"P1D"}]""", "steps[0].id")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","next":"a2"},{"id":"a2","type":"wait","for":"P1D"},{"id":"a","type":"wait","for":"P1D"}]""", "steps[2].id")]
    [TestCase("""[{"id":"a"}]""", "steps[0].type")]
    [TestCase("""[{"id":"a","type":"jump"}]""", "steps[0].type")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","name":""}]""", "steps[0].name")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","colour":"red"}]""", "steps[0].colour")]
    [TestCase("""[{"id":"a","type":"wait"}]""", "steps[0].for")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","until":{"field":"contact.email"}}]""", "steps[0].until")]
    [TestCase("""[{"id":"a","type":"wait","for":"tomorrow"}]""", "steps[0].for")]
    [TestCase("""[{"id":"a","type":"wait","for":"P401D"}]""", "steps[0].for")]
    [TestCase("""[{"id":"a","type":"wait","for":"-P1D"}]""", "steps[0].for")]
    [TestCase("""[{"id":"a","type":"wait","until":{"field":"trialEndsAt"}}]""", "steps[0].until.field")]
    [TestCase("""[{"id":"a","type":"wait","until":{}}]""", "steps[0].until.field")]
    [TestCase("""[{"id":"a","type":"wait","until":{"field":"contact.end","offset":"3 days"}}]""", "steps[0].until.offset")]
    [TestCase("""[{"id":"a","type":"wait","until":{"field":"contact.end","offzet":"P1D"}}]""", "steps[0].until.offzet")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","window":{"days":["mon"],"from":"09:00","to":"17:00","timeZone":"Mars/Base"}}]""", "steps[0].window.timeZone")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","next":7}]""", "steps[0].next")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","next":"zz"}]""", "steps[0].next")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","next":"a"}]""", "steps[0].next")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D","next":"b"},{"id":"b","type":"wait","for":"P1D","next":"a"}]""", "steps[1].next")]
    [TestCase("""[{"id":"a","type":"wait","for":"P1D"},{"id":"b","type":"wait","for":"P1D"}]""", "steps[1]")]
    [TestCase("""[{"id":"a","type":"branch","paths":[]}]""", "steps[0].paths")]
    [TestCase("""[{"id":"a","type":"branch","paths":[{"name":"x"}]}]""", "steps[0].paths[0].when")]
    [TestCase("""[{"id":"a","type":"branch","paths":[{"name":"x","when":{"field":"contact.email","op":"is"}}]}]""", "steps[0].paths[0].when.op")]
    [TestCase("""[{"id":"a","type":"branch","paths":[{"name":"otherwise","when":{"field":"contact.email","op":"exists"}}]}]""", "steps[0].paths[0].name")]
    [TestCase("""[{"id":"a","type":"branch","paths":[{"name":"x","when":{"field":"contact.email","op":"exists"}}],"otherwise":"zz"}]""", "steps[0].otherwise")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"weight":1}]}]""", "steps[0].paths[0].name")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"name":"A"},{"name":"B","weight":1}]}]""", "steps[0].paths[0].weight")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"name":"A","weight":-1},{"name":"B","weight":1}]}]""", "steps[0].paths[0].weight")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"name":"A","weight":0},{"name":"B","weight":0}]}]""", "steps[0].paths")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"name":"A","weight":1},{"name":"A","weight":1}]}]""", "steps[0].paths[1].name")]
    [TestCase("""[{"id":"a","type":"split","paths":[{"name":"A","weight":1,"next":"zz"}]}]""", "steps[0].paths[0].next")]
    [TestCase("""[{"id":"a","type":"updateContact"}]""", "steps[0].set")]
    [TestCase("""[{"id":"a","type":"updateContact","set":{}}]""", "steps[0].set")]
    [TestCase("""[{"id":"a","type":"updateContact","set":{"plan":[1]}}]""", "steps[0].set.plan")]
    [TestCase("""[{"id":"a","type":"updateContact","set":{"plan":{"field":"plan"}}}]""", "steps[0].set.plan.field")]
    [TestCase("""[{"id":"a","type":"updateContact","set":{"plan":"{{ event.plan"}}]""", "steps[0].set.plan")]
    public void F8_what_is_wrong_is_named_by_field_and_step(string json, string path)
    {
        var problems = Problems(json);

        problems.Should().ContainSingle().Which.Path.Should().Be(path);
        if (!path.EndsWith(".id", StringComparison.Ordinal) && path.StartsWith("steps[", StringComparison.Ordinal))
        {
            problems[0].Message.Should().Match(json.Contains("\"b\"") ? "Step b: *" : json == "[1]" ? "*" : "Step a: *");
        }
    }

    [Test]
    public void F8_200_steps_and_20_paths_are_the_most()
    {
        static string Chain(int count) => $"[{string.Join(',', Enumerable.Range(0, count).Select(i => Wait($"s{i}", i + 1 < count ? $"s{i + 1}" : null)))}]";
        static string Wait(string id, string? next) => JsonSerializer.Serialize(new { id, type = "wait", @for = "P1D", next });
        static string Split(int count) => JsonSerializer.Serialize(
            new[] { new { id = "a", type = "split", paths = Enumerable.Range(0, count).Select(i => new { name = $"p{i}", weight = 1 }) } });

        Parse(Chain(200)).Steps.Should().HaveCount(200);
        Problems(Chain(201)).Should().ContainSingle().Which.Path.Should().Be("steps");
        Parse(Split(20)).Steps.Should().HaveCount(1);
        Problems(Split(21)).Should().ContainSingle().Which.Path.Should().Be("steps[0].paths");
    }

    [Test]
    public void F8_too_many_bytes_are_refused_before_they_are_read()
    {
        var json = JsonSerializer.Serialize(new[] { new { id = "a", type = "updateContact", set = new { plan = new string('x', Workflow.MaxBytes) } } });

        Problems(json).Should().ContainSingle().Which.Path.Should().Be("steps");
    }

    [Test]
    public void F8_two_ways_to_one_step_are_no_loop()
    {
        var workflow = Parse("""
            [{"id":"a","type":"split","paths":[{"name":"A","weight":1,"next":"b"},{"name":"B","weight":1,"next":"c"}]},
             {"id":"b","type":"wait","for":"P1D","next":"c"},{"id":"c","type":"wait","for":"P1D"}]
            """);

        workflow.Steps.Should().HaveCount(3);
    }

    [Test]
    public void F8_everything_wrong_is_said_at_once()
    {
        var problems = Problems("""[{"id":"a","type":"wait","for":"x","next":"b"},{"id":"b","type":"wait","for":"P1D","next":"zz"},{"id":"b","type":"jump"}]""");

        problems.Select(problem => problem.Path).Should().BeEquivalentTo("steps[0].for", "steps[1].next", "steps[2].type", "steps[2].id");
    }

    private static Workflow Parse(string json)
    {
        var problems = new List<DefinitionProblem>();
        Workflow.TryParse(Make.Json(json), "steps", problems, out var workflow).Should().BeTrue(string.Join(' ', problems.Select(problem => problem.Message)));
        return workflow!;
    }

    private static List<DefinitionProblem> Problems(string json)
    {
        var problems = new List<DefinitionProblem>();
        Workflow.TryParse(Make.Json(json), "steps", problems, out var workflow).Should().BeFalse();
        workflow.Should().BeNull();
        return problems;
    }
}
