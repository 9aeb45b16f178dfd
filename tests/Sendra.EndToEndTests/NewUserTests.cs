using System.Text.RegularExpressions;

namespace Sendra.EndToEndTests;

/// <summary>Somebody who knows nothing but the URL.</summary>
public sealed class NewUserTests : EndToEndTest
{
    [Test]
    public async Task From_an_empty_workspace_to_a_live_sequence_of_three_steps_and_its_email_read_in_the_app()
    {
        await Page.GotoAsync("/");
        await Link("Create an account").ClickAsync();
        await Field("Workspace name").FillAsync("Analytical Engines");
        await Field("Email").FillAsync($"{Guid.NewGuid():N}@example.com");
        await Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Password);
        await Button("Create workspace").ClickAsync();
        await Expect(Heading("Get started")).ToBeVisibleAsync();
        var clicks = await Clicks.CountAsync(Page);

        await Link("Create one on signUp").ClickAsync();
        await Field("Name").FillAsync("Onboarding");
        await AddAsync("after the trigger", "Send email");
        await Labelled("Template").ClickAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = "Welcome (starter)" }).ClickAsync();
        await Labelled("From").FillAsync("Ada of Acme <ada@acme.example>");
        await AddAsync("after “Welcome", "Wait");
        await AddAsync("after “Wait", "Update contact");
        await Picker("Property 1").FillAsync("lastName");
        await Labelled("Value of property 1").FillAsync("Welcomed");
        await Button("Create draft").ClickAsync();
        await ExpectUrlAsync("/automations/[0-9a-f-]{36}$");
        await Button("Activate").ClickAsync();
        await Expect(Button("Pause")).ToBeVisibleAsync();

        await Button("Send a test event…").ClickAsync();
        var dialog = Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(dialog.GetByText("1 enrolled, 0 exited.")).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Link("Its messages").ClickAsync();
        await Link("ada@example.com").ClickAsync();
        await Expect(Page.Locator("iframe").First).ToBeVisibleAsync();
        await Expect(Page.GetByText("captured", new() { Exact = true }).First).ToBeVisibleAsync();

        await clicks.ExpectAtMostAsync(30, "it is done in under three minutes");
    }

    private ILocator Labelled(string label) => Page.Locator("input, textarea").And(Page.GetByLabel(label, new() { Exact = true }));

    private async Task AddAsync(string place, string type)
    {
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex($"^Add a step: {Regex.Escape(place)}") }).ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new Regex($"^{type} [A-Z]") }).ClickAsync();
    }
}
