namespace Sendra.EndToEndTests.Common;

/// <summary>Chromium's virtual authenticator: a device that makes and uses passkeys, and whose owner always agrees.</summary>
internal sealed class PasskeyDevice : IAsyncDisposable
{
    private readonly ICDPSession session;
    private readonly string id;

    private PasskeyDevice(ICDPSession session, string id) => (this.session, this.id) = (session, id);

    public static async Task<PasskeyDevice> PlugInAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new PasskeyDevice(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether its owner is there to agree.</summary>
    public async Task BeThereAsync(bool isThere) =>
        await session.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new Dictionary<string, object> { ["authenticatorId"] = id, ["enabled"] = isThere });

    public async ValueTask DisposeAsync() => await session.DetachAsync();
}
