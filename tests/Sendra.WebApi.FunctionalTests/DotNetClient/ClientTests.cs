using System.Net;
using System.Text.Json;
using Sendra.Client.Automations;
using Sendra.Client.Common;
using Sendra.Client.Contacts;
using Sendra.Client.Enrollments;
using Sendra.Client.EventPatterns;
using Sendra.Client.Events;
using Sendra.Client.EventSources;
using Sendra.Client.Suppressions;
using Sendra.Client.Workspaces;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

public sealed class ClientTests(string provider) : ClientTest(provider)
{
    [Test]
    public async Task E6_an_event_is_sent_logged_and_explained()
    {
        var automation = await Client.Automations.ActivateAsync((await Client.Automations.CreateAsync(Words.Onboarding)).Id);

        var sent = await Client.Events.SendAsync(new SendEvent
        {
            Email = "Ada@example.com",
            EventName = "signUp",
            EventProperties = new { Plan = "pro", Coupon = (string?)null },
            ContactProperties = new { FirstName = "Ada", Shoe = 38 },
            OccurredAt = App.Clock.GetUtcNow().AddMinutes(-1),
        });

        sent.Enrolled.Should().Be(1);
        sent.Warnings.Should().ContainSingle().Which.Field.Should().Contain("shoe");
        sent.Decisions.Should().ContainSingle().Which.Should().Match<Decision>(decision => decision.AutomationId == automation.Id && decision.Outcome == DecisionOutcome.Enrolled && decision.Code == "firstMatch");
        var logged = await Client.Events.GetAsync(sent.EventId!);
        logged.Origin.Type.Should().Be(EventOriginType.Api);
        logged.Properties!.Value.GetRawText().Should().Be("""{"plan":"pro","coupon":null}""");
        logged.OccurredAt.Should().BeBefore(logged.ReceivedAt);
        var enrollment = (await Client.Enrollments.ListAsync(new EnrollmentFilter { AutomationId = automation.Id, Status = EnrollmentStatus.Active })).Items.Single();
        (await Client.Enrollments.GetAsync(enrollment.Id)).Journey.Should().ContainSingle().Which.Outcome.Should().Be(JourneyOutcome.Waiting);
        (await Client.Enrollments.ExitAsync(enrollment.Id)).Status.Should().Be(EnrollmentStatus.Exited);
        (await Client.Events.SendAsync(new SendEvent { Email = "ada@example.com", EventName = "signUp", EventProperties = "pro", DryRun = true })).EventId.Should().BeNull();
        (await Client.Events.CountAsync()).Items.Sum(bucket => bucket.Received).Should().Be(1);
    }

    [Test]
    public async Task H1_what_is_wrong_is_an_exception_with_its_code_and_fields()
    {
        var wrong = (await FluentActions.Awaiting(() => Client.Events.SendAsync(new SendEvent { Email = "nobody", EventName = "" })).Should().ThrowAsync<SendraException>()).Which;
        wrong.Should().Match<SendraException>(refusal => refusal.Status == HttpStatusCode.BadRequest && refusal.Code == "validationFailed" && refusal.TraceId != null && !refusal.IsTransient);
        wrong.Errors.Keys.Should().BeEquivalentTo("email", "eventName");
        wrong.Errors["email"].Should().ContainSingle().Which.Should().Contain("email");

        (await FluentActions.Awaiting(() => Client.Contacts.GetAsync(Guid.NewGuid().ToString())).Should().ThrowAsync<SendraException>()).Which.Status.Should().Be(HttpStatusCode.NotFound);
        await FluentActions.Awaiting(async () => await Client.Contacts.GetAsync(" ")).Should().ThrowAsync<ArgumentException>();
    }

    [Test]
    public async Task E11_a_batch_has_a_result_for_each_event_and_the_log_is_read_in_pages_and_exported()
    {
        var events = Enumerable.Range(0, 450).Select(number => new SendEvent { Email = $"c{number}@example.com", EventName = number % 2 == 0 ? "even" : "odd" }).ToList();
        events[7] = events[7] with { Email = "nobody" };

        var sent = await Client.Events.SendBatchAsync(events);

        (sent.Accepted, sent.Rejected).Should().Be((449, 1));
        sent.Results[7].Should().Match<BatchResult>(result => result.Status == BatchResultStatus.Rejected && result.Error!.Errors.ContainsKey("email"));
        var even = await Client.Events.ListAllAsync(new EventFilter { EventNames = ["even"], HasEffect = false, EmailPrefix = "c" }).ToListAsync();
        even.Should().HaveCount(225);
        var all = await Client.Events.ReadExportAsync().ToListAsync();
        all.Select(one => one.Id).Should().OnlyHaveUniqueItems().And.HaveCount(449);
        using var csv = new StreamReader(await Client.Events.ExportAsync(new EventFilter { EventNames = ["odd"] }, ExportFormat.Csv));
        (await csv.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(225);
    }

    [Test]
    public async Task A_contact_is_saved_found_changed_and_erased()
    {
        await Client.Contacts.CustomFields.DeclareAsync(new CustomFieldDefinition { Name = "seats", Type = CustomFieldType.Number });
        var saved = await Client.Contacts.SaveAsync(new ContactChange
        {
            Email = "Ada@Example.com",
            ExternalId = "user_1815",
            FirstName = "Ada",
            LastName = "King",
            CustomFields = new Dictionary<string, object?> { ["seats"] = 3, ["shoe"] = 38 },
        });
        saved.Warnings.Should().ContainSingle();

        var changed = await Client.Contacts.ChangeAsync(saved.Id, new ContactChange { LastName = null, Name = "Ada Lovelace" });

        changed.Should().Match<Contact>(contact => contact.FirstName == "Ada" && contact.LastName == null && contact.ExternalId == "user_1815" && contact.Name == "Ada Lovelace");
        changed.CustomFields!.Value.GetProperty("seats").GetInt32().Should().Be(3);
        (await Client.Contacts.FindByEmailAsync("ADA@example.com"))!.Id.Should().Be(saved.Id);
        (await Client.Contacts.FindByExternalIdAsync("user_1815"))!.Id.Should().Be(saved.Id);
        using var person = new StreamReader(await Client.Contacts.ExportPersonAsync(saved.Id));
        JsonDocument.Parse(await person.ReadToEndAsync()).RootElement.GetProperty("contact").GetProperty("id").GetString().Should().Be(saved.Id);
        await Client.Contacts.EraseAsync(saved.Id);
        (await Client.Contacts.FindByEmailAsync("ada@example.com")).Should().BeNull();
    }

    [Test]
    public async Task A_file_of_contacts_is_imported_and_its_progress_is_shown()
    {
        using var file = new MemoryStream("E-mail,First\nada@example.com,Ada\nnobody,X\n"u8.ToArray());
        var started = await Client.Contacts.Imports.StartAsync(file, ExportFormat.Csv, new Dictionary<string, string> { ["E-mail"] = "email", ["First"] = "firstName" }, "people.csv");

        var waiting = Client.Contacts.Imports.WaitAsync(started.ImportId);
        await PassTimeAsync(waiting);

        (await waiting).Should().Match<ContactImport>(import => import.Status == ImportStatus.Completed && import.Created == 1 && import.Refused == 1 && import.FileName == "people.csv");
        using var errors = new StreamReader(await Client.Contacts.Imports.DownloadErrorsAsync(started.ImportId));
        (await errors.ReadToEndAsync()).Should().Contain("3,refused");
        (await Client.Contacts.ListAllAsync().ToListAsync()).Should().ContainSingle().Which.FirstName.Should().Be("Ada");
    }

    [Test]
    public async Task An_automation_is_made_tested_changed_and_put_away()
    {
        var automation = await Client.Automations.CreateAsync(Words.Onboarding);
        automation.Status.Should().Be(AutomationStatus.Draft);
        automation.Trigger.Where!.Value.GetProperty("field").GetString().Should().Be("event.plan");

        var test = await Client.Automations.TestAsync(new AutomationTest
        {
            AutomationId = automation.Id,
            Contact = new { Email = "ada@example.com" },
            Event = new TestEvent { EventName = "signUp", Properties = new { Plan = "pro" } },
        });
        test.Decision.Outcome.Should().Be(DecisionOutcome.Enrolled);
        test.Journey.Should().ContainSingle().Which.Type.Should().Be("wait");

        var changed = await Client.Automations.UpdateAsync(automation.Id, Words.Onboarding with { Name = "Welcome", ExpectedVersion = automation.Version });
        changed.Name.Should().Be("Welcome");
        (await FluentActions.Awaiting(() => Client.Automations.UpdateAsync(automation.Id, Words.Onboarding with { ExpectedVersion = 7 })).Should().ThrowAsync<SendraException>())
            .Which.Code.Should().Be("changedMeanwhile");
        (await Client.Automations.ActivateAsync(automation.Id)).Status.Should().Be(AutomationStatus.Live);
        (await Client.Automations.PauseAsync(automation.Id)).Status.Should().Be(AutomationStatus.Paused);
        (await Client.Automations.ArchiveAsync(automation.Id)).Status.Should().Be(AutomationStatus.Archived);
        (await Client.Automations.ListVersionsAsync(automation.Id).ToListAsync()).Should().ContainSingle();
    }

    [Test]
    public async Task Patterns_suppressions_and_settings_are_changed_in_part()
    {
        await Client.Events.SendAsync(new SendEvent { Email = "ada@example.com", EventName = "signUp" });
        (await Client.EventPatterns.ListUndeclaredAsync().ToListAsync()).Should().ContainSingle();
        (await Client.EventPatterns.DeclareUndeclaredAsync()).Declared.Should().Equal("signUp");
        var pattern = (await Client.EventPatterns.ListAllAsync("sign").ToListAsync()).Single();
        await Client.EventPatterns.ChangeAsync(pattern.Id, new PatternChange { Description = "Somebody signed up." });
        var changed = await Client.EventPatterns.ChangeAsync(pattern.Id, new PatternChange { Enforcement = Enforcement.Warn, Properties = new Optional<IReadOnlyList<PatternPropertyDefinition>>([new() { Name = "plan", Type = SchemaType.Text }]) });
        changed.Should().Match<EventPattern>(found => found.Description == "Somebody signed up." && found.Enforcement == Enforcement.Warn && found.Properties.Count == 1);

        await Client.Suppressions.AddAsync(new NewSuppression { Email = "eve@example.com", Scope = SuppressionScope.Marketing });
        (await Client.Suppressions.ListAllAsync().ToListAsync()).Should().ContainSingle().Which.Scope.Should().Be(SuppressionScope.Marketing);
        await Client.Suppressions.LiftAsync("eve@example.com");
        (await Client.Suppressions.ListAsync()).Items.Should().BeEmpty();

        await Client.Workspace.ChangeSettingsAsync(new WorkspaceSettingsChange { RetentionDays = 30, TimeZone = "Europe/Berlin" });
        var settings = await Client.Workspace.ChangeSettingsAsync(new WorkspaceSettingsChange { RetentionDays = null });
        settings.Should().Match<WorkspaceSettings>(found => found.RetentionDays == null && found.TimeZone == "Europe/Berlin");
    }

    [Test]
    public async Task A_skipped_delivery_is_replayed()
    {
        var source = (await Owner.PostAsync("/api/event-sources", new { name = "Shop", emailPath = "email", eventName = new { @fixed = "purchased" } })).ShouldBe(201).Json;
        await Owner.PostAsync(new Uri(source.GetProperty("url").GetString()!).AbsolutePath, new { mail = "ada@example.com" });
        var skipped = (await Client.EventSources.ListSkippedAsync().ToListAsync()).Single();
        skipped.Status.Should().Be(DeliveryStatus.Skipped);

        (await Client.EventSources.ReplayAsync(skipped.Id)).Status.Should().Be(DeliveryStatus.Skipped);
        await Owner.PutAsync($"/api/event-sources/{skipped.SourceId}", new { name = "Shop", emailPath = "mail", eventName = new { @fixed = "purchased" } });
        (await Client.EventSources.ReplaySkippedAsync(skipped.SourceId)).Processed.Should().Be(1);

        (await Client.EventSources.ListDeliveriesAsync(skipped.SourceId, DeliveryStatus.Processed)).Items.Should().ContainSingle();
        (await Client.EventSources.ListAllAsync().ToListAsync()).Should().ContainSingle().Which.Counts.Processed.Should().Be(1);
        (await Client.Messages.ListAsync()).Items.Should().BeEmpty();
    }
}
