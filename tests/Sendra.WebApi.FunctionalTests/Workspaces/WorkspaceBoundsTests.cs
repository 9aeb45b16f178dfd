using Microsoft.Extensions.DependencyInjection;
using Sendra.Domain.Automations;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workspaces;

/// <summary>How much a workspace may have of each kind; two at once don't both get the last place.</summary>
internal sealed class WorkspaceBoundsTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] Send = ["events:send"];

    [Test]
    public async Task W8_the_101st_api_key_is_refused_also_with_8_at_once()
    {
        var ada = await App.RegisterAsync();
        for (var number = 0; number < 99; number++)
        {
            await KeyAsync(ada);
        }

        ShouldHaveLetInOne(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => KeyAsync(ada))), "tooManyApiKeys");

        (await App.Database.CountAsync("api_keys")).Should().Be(100);
        (await KeyAsync(await App.RegisterAsync())).ShouldBe(201);
    }

    [Test]
    public async Task W8_the_101st_open_invitation_is_refused_until_one_is_withdrawn()
    {
        var ada = await App.RegisterAsync();
        for (var number = 0; number < 99; number++)
        {
            await InviteAsync(ada);
        }

        var last = ShouldHaveLetInOne(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => InviteAsync(ada))), "tooManyInvitations");

        (await ada.DeleteAsync($"/api/invitations/{last.Json.GetProperty("id").GetGuid()}")).ShouldBe(204);
        (await InviteAsync(ada)).ShouldBe(201);
    }

    [Test]
    public async Task W8_the_201st_custom_field_is_refused_also_with_8_at_once()
    {
        var ada = await App.RegisterAsync();
        for (var number = 0; number < 199; number++)
        {
            await FieldAsync(ada, number);
        }

        ShouldHaveLetInOne(await Task.WhenAll(Enumerable.Range(300, 8).Select(number => FieldAsync(ada, number))), "tooManyCustomFields");
    }

    [Test]
    public async Task W8_the_501st_event_source_is_refused_also_with_8_at_once()
    {
        var ada = await App.RegisterAsync();
        for (var number = 0; number < 499; number++)
        {
            await SourceAsync(ada);
        }

        ShouldHaveLetInOne(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SourceAsync(ada))), "tooManySources");
    }

    [Test]
    public async Task W8_the_1001st_template_is_refused_also_with_8_at_once()
    {
        var ada = await App.RegisterAsync();
        TemplateContent.TryCreate(new TemplateText("S", null, TemplateFormat.Html, "x", null, null), out var content, out _).Should().BeTrue();
        await using (var db = Db(ada))
        {
            db.AddRange(Enumerable.Range(0, Template.MaxPerWorkspace - 1).Select(number => Template.Create(
                new TemplateId(Guid.CreateVersion7()), new WorkspaceId(ada.WorkspaceId), $"T {number}", content!)));
            await db.SaveChangesAsync();
        }

        ShouldHaveLetInOne(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => TemplateAsync(ada))), "tooManyTemplates");
    }

    [Test]
    public async Task W8_the_5_001st_automation_is_refused_archived_ones_included()
    {
        var ada = await App.RegisterAsync();
        await using (var db = Db(ada))
        {
            db.AddRange(Enumerable.Range(0, 4_999).Select(number => Automation.Create(
                new AutomationId(Guid.CreateVersion7()), new WorkspaceId(ada.WorkspaceId), AutomationDefinition.Create(new DefinitionText($"A {number}", new TriggerText("a"))))));
            await db.SaveChangesAsync();
        }

        var last = ShouldHaveLetInOne(await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AutomationAsync(ada))), "tooManyAutomations");

        var id = last.Json.GetProperty("id").GetGuid();
        (await ada.PostAsync($"/api/automations/{id}/archive")).ShouldBe(200);
        (await AutomationAsync(ada)).ShouldBeProblem(409, "tooManyAutomations");
        (await ada.PostAsync($"/api/automations/{id}/duplicate")).ShouldBeProblem(409, "tooManyAutomations");
    }

    [Test]
    public async Task W8_the_1001st_member_is_refused_and_the_link_still_works_when_there_is_room()
    {
        var ada = await App.RegisterAsync();
        await using (var db = Db(ada))
        {
            var users = Enumerable.Range(0, 999).Select(number => new User { Id = new UserId(Guid.CreateVersion7()), UserName = $"u{number}@x.com", NormalizedUserName = $"u{number}@x.com", SecurityStamp = "s" }).ToList();
            db.AddRange(users);
            db.AddRange(users.Select(user => Member.Join(new WorkspaceId(ada.WorkspaceId), user.Id, MemberRole.Member, App.Clock.GetUtcNow())));
            await db.SaveChangesAsync();
        }

        var bob = await App.RegisterAsync();
        var token = (await InviteAsync(ada)).ShouldBe(201).Json.Text("token");

        (await bob.PostAsync("/api/invitations/accept", new { token })).ShouldBeProblem(409, "tooManyMembers");

        await App.Database.ScalarAsync("DELETE FROM members WHERE user_id IN (SELECT id FROM users WHERE user_name = 'u7@x.com')");
        (await bob.PostAsync("/api/invitations/accept", new { token })).ShouldBe(200);
    }

    [Test]
    public async Task W8_the_501st_schema_that_warns_is_refused_also_with_8_at_once()
    {
        var ada = await App.RegisterAsync();
        await using (var db = Db(ada))
        {
            for (var number = 0; number < EventPattern.MaxEnforced - 1; number++)
            {
                PatternName.TryParse($"known{number}", out var name, out _).Should().BeTrue();
                var pattern = EventPattern.Declare(new EventPatternId(Guid.CreateVersion7()), new WorkspaceId(ada.WorkspaceId), name!, null);
                pattern.Ask(EventSchema.Empty, Enforcement.Warn);
                db.Add(pattern);
            }

            await db.SaveChangesAsync();
        }

        var ids = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
            (await ada.PostAsync("/api/event-patterns", new { name = $"new{number}" })).ShouldBe(201).Json.Text("id")));

        var answers = await Task.WhenAll(ids.Select(id => ada.PutAsync($"/api/event-patterns/{id}", new { enforcement = "warn" })));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
        answers.Where(answer => answer.Status != 200).Should().AllSatisfy(answer => answer.ShouldBeProblem(409, "tooManySchemas"));
        (await ada.PutAsync($"/api/event-patterns/{ids[0]}", new { enforcement = "none" })).ShouldBe(200);
    }

    private SendraDbContext Db(TestClient client) => App.Node.Services.GetRequiredService<WorkspaceDbContexts>().For(new WorkspaceId(client.WorkspaceId));

    private static Answer ShouldHaveLetInOne(Answer[] answers, string code)
    {
        answers.Where(answer => answer.Status != 201).Should().HaveCount(answers.Length - 1).And.AllSatisfy(answer => answer.ShouldBeProblem(409, code));
        return answers.Single(answer => answer.Status == 201);
    }

    private static Task<Answer> KeyAsync(TestClient client) => client.PostAsync("/api/api-keys", new { name = "k", scopes = Send });

    private static Task<Answer> InviteAsync(TestClient client) => client.PostAsync("/api/invitations", new { role = "member" });

    private static Task<Answer> FieldAsync(TestClient client, int number) => client.PostAsync("/api/custom-fields", new { name = $"f{number}", type = "text" });

    private static Task<Answer> SourceAsync(TestClient client) => client.PostAsync("/api/event-sources", new { name = "s", emailPath = "email", eventName = new { path = "name" } });

    private static Task<Answer> TemplateAsync(TestClient client) => client.PostAsync("/api/templates", new { name = "n", subject = "s", format = "html", source = "x" });

    private static Task<Answer> AutomationAsync(TestClient client) => client.PostAsync("/api/automations", new { name = "n", trigger = new { eventName = "a" } });
}
