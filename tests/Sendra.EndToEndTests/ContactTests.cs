namespace Sendra.EndToEndTests;

public sealed class ContactTests : EndToEndTest
{
    [SetUp]
    public Task SignUp() => SignUpAsync();

    [Test]
    public async Task A_contact_shows_properties_enrollments_and_events()
    {
        await MakeLiveAsync("Onboarding", "signUp");
        await Page.GotoAsync("/settings/custom-fields");
        await Field("Name").FillAsync("plan");
        await Button("Declare").ClickAsync();
        await Expect(Page.GetByText("plan is declared.")).ToBeVisibleAsync();
        await PostRawAsync("""{"email":"ada@example.com","eventName":"signUp","contactProperties":{"firstName":"Ada","plan":"pro"}}""");

        await Link("Contacts").ClickAsync();
        await Link("ada@example.com").ClickAsync();

        await Expect(Heading("Ada")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Region, new() { Name = "Properties" })).ToContainTextAsync("pro");
        await Expect(Link("Onboarding")).ToBeVisibleAsync();
        await Expect(Link("signUp")).ToBeVisibleAsync();
    }

    [Test]
    public async Task E4_a_reserved_field_name_is_refused_at_the_field()
    {
        await Page.GotoAsync("/settings/custom-fields");
        await Field("Name").FillAsync("email");
        await Button("Declare").ClickAsync();
        await Expect(Page.GetByText("is the name of a property that every contact has")).ToBeVisibleAsync();
        await Expect(Field("Name")).ToHaveValueAsync("email");
    }

    [Test]
    public async Task W4_a_contact_that_does_not_exist_is_said_so()
    {
        await Page.GotoAsync($"/contacts/{Guid.CreateVersion7()}");
        await Expect(Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The contact could not be loaded");
    }
}
