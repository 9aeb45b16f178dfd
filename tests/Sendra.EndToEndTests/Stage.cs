namespace Sendra.EndToEndTests;

/// <summary>One Sendra and one Chromium for all tests; each test has its own browser context and workspace.</summary>
[SetUpFixture]
public sealed class Stage
{
    private static readonly string[] UsualPlaces =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

    private static IPlaywright? playwright;

    internal static RunningSendra Sendra { get; private set; } = null!;

    internal static IBrowser Browser { get; private set; } = null!;

    [OneTimeSetUp]
    public static async Task StartAsync()
    {
        Sendra = await RunningSendra.StartAsync();
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = FindChromium(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    [OneTimeTearDown]
    public static async Task StopAsync()
    {
        if (Browser is not null)
        {
            await Browser.CloseAsync();
        }

        playwright?.Dispose();
        if (Sendra is not null)
        {
            await Sendra.DisposeAsync();
        }
    }

    private static string FindChromium() =>
        Environment.GetEnvironmentVariable("SENDRA_TEST_CHROMIUM") is { Length: > 0 } path ? path
        : UsualPlaces.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium was found: SENDRA_TEST_CHROMIUM may say where one is.");
}
