using System.Text.Json;
using Sendra.Domain.Enrollments;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Enrollments;

public sealed class EnrollmentsTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task H3_an_enrollment_answers_all_of_itself()
    {
        var ada = await App.RegisterAsync();
        var automation = await ada.LiveAutomationAsync("signUp");
        var sent = await ada.EventAsync("Bob@Example.com", "signUp");

        var item = (await ada.ItemsAsync("/api/enrollments")).Single();

        item.GetProperty("automationId").GetGuid().Should().Be(automation);
        item.Text("automationName").Should().Be("signUp");
        item.Text("email").Should().Be("bob@example.com");
        item.Text("contactId").Should().Be((await ada.ItemsAsync("/api/contacts")).Single().Text("id"));
        item.Text("status").Should().Be("active");
        item.Text("enrolledByEventId").Should().Be(sent.Text("eventId"));
        item.GetProperty("step").GetInt32().Should().Be(1);
        foreach (var field in new[] { "endedAt", "exitedByEventId", "resumeAt" })
        {
            item.GetProperty(field).ValueKind.Should().Be(JsonValueKind.Null);
        }

        item.GetProperty("enrolledAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        (await ada.GetAsync($"/api/enrollments/{item.Text("id")}")).ShouldBe(200).Text
            .Should().Be(item.GetRawText()[..^1] + ""","endedBecause":null,"journey":[]}""");
    }

    [Test]
    public async Task H3_the_list_is_paged_newest_first_under_every_combination_of_filters()
    {
        var ada = await App.RegisterAsync();
        var automations = new[] { await ada.LiveAutomationAsync("signUp", "everyTime", "bought"), await ada.LiveAutomationAsync("visit") };
        foreach (var name in new[] { "signUp", "visit", "signUp", "bought", "signUp", "visit", "signUp" })
        {
            await ada.EventAsync("a@example.com", name);
            await ada.EventAsync("b@example.com", name);
        }

        foreach (var run in (await ada.ItemsAsync("/api/enrollments")).Where((_, index) => index % 3 == 0))
        {
            (await ada.PostAsync($"/api/enrollments/{run.Text("id")}/complete")).Status.Should().BeOneOf(200, 409);
        }

        var all = await ada.ItemsAsync("/api/enrollments");
        all.Should().HaveCount(12);
        all.Select(item => item.Text("id")).Should().BeInDescendingOrder(StringComparer.Ordinal).And.OnlyHaveUniqueItems();
        all.Select(item => item.Text("status")).Distinct().Should().BeEquivalentTo("active", "completed", "exited");
        var contact = all.First(item => item.Text("email") == "a@example.com").Text("contactId");
        foreach (var automation in automations.Select(id => id.ToString()).Prepend(null))
        {
            foreach (var person in new[] { "", $"&contactId={contact}", "&email=A@example.com", $"&contactId={contact}&email=b@example.com" })
            {
                foreach (var status in new[] { null, "active", "completed", "exited" })
                {
                    var expected = all.Where(item =>
                        (automation is null || item.Text("automationId") == automation)
                        && (person.Length == 0 || (item.Text("contactId") == contact && !person.Contains("b@", StringComparison.Ordinal)))
                        && (status is null || item.Text("status") == status));
                    var query = $"/api/enrollments?{(automation is null ? "" : $"automationId={automation}")}{person}{(status is null ? "" : $"&status={status}")}";
                    (await ada.ReadAllAsync(query, "id", limit: 3)).Should().Equal(expected.Select(item => item.Text("id")), query);
                }
            }
        }
    }

    [Test]
    public async Task H1_bad_filters_are_named()
    {
        var ada = await App.RegisterAsync();

        (await ada.GetAsync("/api/enrollments?status=asleep")).ShouldRefuse("status");
        (await ada.GetAsync("/api/enrollments?automationId=x")).ShouldRefuse("automationId");
        (await ada.GetAsync("/api/enrollments?contactId=x")).ShouldRefuse("contactId");
        (await ada.GetAsync("/api/enrollments?email=nobody")).ShouldRefuse("email");
        (await ada.GetAsync("/api/enrollments?stepId=wait")).ShouldRefuse("automationId");
        (await ada.GetAsync($"/api/enrollments?automationId={Guid.CreateVersion7()}&stepId=a.b")).ShouldRefuse("stepId");
        (await ada.ItemsAsync("/api/enrollments?email=nobody@example.com")).Should().BeEmpty();
        await ada.ShouldPageStrictlyAsync("/api/enrollments");
    }

    [Test]
    public async Task A4_an_exit_by_hand_keeps_time_and_step_and_names_no_event()
    {
        var ada = await App.RegisterAsync();
        var id = await EnrollAsync(ada);
        (await ada.PostAsync($"/api/enrollments/{id}/advance", new { step = 3, resumeAt = "2030-01-01T00:00:00+02:00" })).ShouldBe(200)
            .Json.Text("resumeAt").Should().Be("2029-12-31T22:00:00Z");

        var exited = (await ada.PostAsync($"/api/enrollments/{id}/exit")).ShouldBe(200).Json;

        exited.Text("status").Should().Be("exited");
        exited.GetProperty("step").GetInt32().Should().Be(3);
        exited.GetProperty("exitedByEventId").ValueKind.Should().Be(JsonValueKind.Null);
        exited.GetProperty("resumeAt").ValueKind.Should().Be(JsonValueKind.Null);
        exited.GetProperty("endedAt").GetDateTimeOffset().Should().BeCloseTo(App.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [TestCase("exit", "exited")]
    [TestCase("complete", "completed")]
    public async Task A8_a_run_ends_once(string verb, string status)
    {
        var ada = await App.RegisterAsync();
        var id = await EnrollAsync(ada);
        var ended = (await ada.PostAsync($"/api/enrollments/{id}/{verb}")).ShouldBe(200);
        ended.Json.Text("status").Should().Be(status);

        (await ada.PostAsync($"/api/enrollments/{id}/exit")).ShouldBeProblem(409, "enrollmentEnded");
        (await ada.PostAsync($"/api/enrollments/{id}/complete")).ShouldBeProblem(409, "enrollmentEnded");
        (await ada.PostAsync($"/api/enrollments/{id}/advance", new { step = 2 })).ShouldBeProblem(409, "enrollmentEnded");
        (await ada.GetAsync($"/api/enrollments/{id}")).Text.Should().Be(ended.Text);
    }

    [Test]
    public async Task A8_of_many_who_end_a_run_at_once_one_does()
    {
        var ada = await App.RegisterAsync();
        var id = await EnrollAsync(ada);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => ada.PostAsync($"/api/enrollments/{id}/{(i % 2 == 0 ? "exit" : "complete")}"))));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
        answers.Count(answer => answer.Status == 409).Should().Be(15);
    }

    [TestCase("""{}""", "step")]
    [TestCase("""{"step":0}""", "step")]
    [TestCase("""{"step":10001}""", "step")]
    [TestCase("""{"step":"2"}""", "step")]
    [TestCase("""{"step":2,"resumeAt":"soon"}""", "resumeAt")]
    public async Task H1_what_is_wrong_with_a_step_is_named_by_field(string json, string field)
    {
        var ada = await App.RegisterAsync();
        var id = await EnrollAsync(ada);

        (await ada.PostTextAsync($"/api/enrollments/{id}/advance", json)).ShouldRefuse(field);
        (await ada.GetAsync($"/api/enrollments/{id}")).Json.GetProperty("step").GetInt32().Should().Be(1);
    }

    [Test]
    public async Task W4_another_workspaces_enrollment_is_404_everywhere_and_stays_as_it_is()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        var id = await EnrollAsync(theirs);
        var before = (await theirs.GetAsync($"/api/enrollments/{id}")).Text;

        foreach (var path in new[] { $"{id}", $"{Guid.NewGuid()}", "nonsense" })
        {
            (await mine.GetAsync($"/api/enrollments/{path}")).ShouldBe(404);
            (await mine.PostAsync($"/api/enrollments/{path}/exit")).ShouldBe(404);
            (await mine.PostAsync($"/api/enrollments/{path}/complete")).ShouldBe(404);
            (await mine.PostAsync($"/api/enrollments/{path}/advance", new { step = 2 })).ShouldBe(404);
        }

        (await mine.GetAsync($"/api/enrollments/{id}")).ShouldBeProblem(404, "enrollmentNotFound");
        var run = JsonDocument.Parse(before).RootElement;
        foreach (var filter in new[] { "", $"?automationId={run.Text("automationId")}", $"?contactId={run.Text("contactId")}", $"?email={run.Text("email")}" })
        {
            (await mine.ItemsAsync($"/api/enrollments{filter}")).Should().BeEmpty();
        }

        (await theirs.GetAsync($"/api/enrollments/{id}")).Text.Should().Be(before);
    }

    private static async Task<string> EnrollAsync(TestClient client)
    {
        await client.LiveAutomationAsync("signUp");
        await client.EventAsync("ada@example.com", "signUp");
        return (await client.ItemsAsync("/api/enrollments")).Single().Text("id");
    }

    [TestCase("advance")]
    [TestCase("advance", "complete")]
    public async Task A8_of_32_changes_of_a_run_at_once_one_wins(params string[] changes)
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("signUp");
        await ada.EventAsync("bob@example.com", "signUp");
        var id = (await ada.ItemsAsync("/api/enrollments")).Single().Text("id");

        Answer[] answers;
        using (new ReadBarrier<Enrollment>(ada.WorkspaceId, 32))
        {
            answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => changes[i % changes.Length] is "advance"
                ? ada.PostAsync($"/api/enrollments/{id}/advance", new { step = i + 2 })
                : ada.PostAsync($"/api/enrollments/{id}/{changes[i % changes.Length]}")));
        }

        var won = answers.Should().ContainSingle(answer => answer.Status == 200).Subject;
        answers.Where(answer => answer != won).Should().AllSatisfy(answer => answer.ShouldBeProblem(409, "changedMeanwhile"));
        (await ada.GetAsync($"/api/enrollments/{id}")).Text.Should().Be(won.Text);
    }

    [Test]
    public async Task A8_of_32_exits_by_hand_at_once_one_wins()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveAutomationAsync("signUp");
        await ada.EventAsync("bob@example.com", "signUp");
        var id = (await ada.ItemsAsync("/api/enrollments")).Single().Text("id");

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => ada.PostAsync($"/api/enrollments/{id}/exit")));

        var won = answers.Should().ContainSingle(answer => answer.Status == 200).Subject;
        answers.Where(answer => answer != won).Should().AllSatisfy(answer => answer.ShouldBeProblem(409, "enrollmentEnded"));
        (await ada.GetAsync($"/api/enrollments/{id}")).Text.Should().Be(won.Text);
    }
}
