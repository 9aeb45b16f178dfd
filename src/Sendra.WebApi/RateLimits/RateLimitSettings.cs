namespace Sendra.WebApi.RateLimits;

/// <summary>The limits of W5, each on this node alone; 0 switches one off. Section <c>RateLimits</c> of the configuration.</summary>
public sealed record RateLimitSettings
{
    /// <summary>Calls that send events, in one second, of one workspace. Off: ingestion's own queue refuses what is too much (503).</summary>
    public int WorkspaceSendsPerSecond { get; init; }

    /// <summary>All other calls, in one second, of one workspace.</summary>
    public int WorkspaceCallsPerSecond { get; init; } = 5_000;

    /// <summary>All calls, in one second, with one API key.</summary>
    public int KeyCallsPerSecond { get; init; }

    /// <summary>Deliveries, in one second, to one event source.</summary>
    public int SourceDeliveriesPerSecond { get; init; }

    /// <summary>Sign-ins, sign-ups and looks at invitations, in one minute, from one address.</summary>
    public int AddressSignInsPerMinute { get; init; } = 600;

    /// <summary>Calls of unsubscribe pages, in one second, from one address. Mailbox providers unsubscribe for many from one.</summary>
    public int AddressUnsubscribesPerSecond { get; init; } = 100;

    /// <summary>Wrong passwords, within five minutes, from one address.</summary>
    public int AddressWrongPasswords { get; init; } = 100;

    /// <summary>Wrong passwords for one account, within five minutes, from one address.</summary>
    public int AccountWrongPasswords { get; init; } = 10;

    /// <summary>Emails about accounts that are asked for, in one hour, from one address.</summary>
    public int AddressEmailsPerHour { get; init; } = 60;

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">Where they are.</param>
    /// <exception cref="InvalidOperationException">One is no whole number, or below 0; the message says which.</exception>
    public static RateLimitSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("RateLimits");
        foreach (var setting in section.GetChildren())
        {
            if (!int.TryParse(setting.Value, out var value) || value < 0)
            {
                throw new InvalidOperationException($"RateLimits__{setting.Key} is '{setting.Value}'; it must be a whole number, 0 for no limit.");
            }
        }

        return section.Get<RateLimitSettings>() ?? new RateLimitSettings();
    }
}
