using System.Text.RegularExpressions;

namespace Sendra.EndToEndTests;

public sealed class EmailTests : EndToEndTest
{
    [SetUp]
    public async Task SignUp()
    {
        await SignUpAsync();
        await ShowStepsAsync("list");
    }

    [Test]
    public async Task M1_M2_M7_a_template_an_automation_and_an_event_become_an_email_that_is_read_in_the_app()
    {
        await Page.GotoAsync("/templates");
        await Link("New template").First.ClickAsync();
        await Link("Welcome").ClickAsync();
        await Field("Subject").FillAsync("Your {{ event.plan }} plan, {{ contact.firstName }}");
        await Button("Create template").ClickAsync();
        await ExpectUrlAsync("/templates/[0-9a-f-]{36}$");

        await Page.GotoAsync("/automations/new?eventName=signUp");
        await Field("Name").FillAsync("Onboarding");
        await Button("Add a step").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new Regex("^Send email [A-Z]") }).ClickAsync();
        await Page.GetByLabel("Template", new() { Exact = true }).First.ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = "Welcome", Exact = true }).ClickAsync();
        await Page.GetByLabel("From", new() { Exact = true }).FillAsync("Ada of Acme <ada@acme.example>");
        await Button("Create draft").ClickAsync();
        await ExpectUrlAsync("/automations/[0-9a-f-]{36}$");
        await Button("Activate").ClickAsync();
        await Expect(Button("Pause")).ToBeVisibleAsync();

        await PostAsync("/api/events/send", new
        {
            email = "grace@example.com",
            eventName = "signUp",
            eventProperties = new { plan = "pro" },
            contactProperties = new { firstName = "Grace" },
        });
        await UntilCapturedAsync();
        await Page.GotoAsync("/messages");
        await Link("grace@example.com").ClickAsync();

        await Expect(Heading("Your pro plan, Grace")).ToBeVisibleAsync();
        await Expect(Page.FrameLocator("iframe[title*='Your pro plan, Grace']").GetByText("Grace").First).ToBeVisibleAsync();
        await Expect(Page.GetByText("The automation enrolled the contact")).ToBeVisibleAsync();
        await Link("The event and its decisions").ClickAsync();
        await Expect(Page.GetByText("grace@example.com").First).ToBeVisibleAsync();
    }

    // A node takes a moment.
    private async Task UntilCapturedAsync()
    {
        for (var tries = 0; !(await GetAsync("/api/messages?status=captured")).GetProperty("items").EnumerateArray().Any(); tries++)
        {
            tries.Should().BeLessThan(150, "the email is captured");
            await Page.WaitForTimeoutAsync(100);
        }
    }
}
