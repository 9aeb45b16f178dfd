namespace Sendra.WebApi.Http;

/// <summary>What strangers may make this node hold. Section <c>HttpLimits</c> of the configuration.</summary>
public sealed record HttpLimits
{
    /// <summary>Connections at once, idle ones and live tails too; more are closed as they come.</summary>
    public int Connections { get; init; } = 4_000;

    /// <summary>Mebibytes of bodies, from their arrival to the end of their requests; who would exceed it is answered 503.</summary>
    public int HeldBodyMegabytes { get; init; } = 256;

    /// <summary>The slowest that a body may come, after its first seconds; 408 below it.</summary>
    public int BodyBytesPerSecond { get; init; } = 4_096;

    public long HeldBodyBytes => HeldBodyMegabytes * 1024L * 1024;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">One is no whole number above 0; the message says which.</exception>
    public static HttpLimits From(IConfiguration configuration)
    {
        var section = configuration.GetSection("HttpLimits");
        foreach (var setting in section.GetChildren())
        {
            if (!int.TryParse(setting.Value, out var value) || value < 1)
            {
                throw new InvalidOperationException($"HttpLimits__{setting.Key} is '{setting.Value}'; it must be a whole number above 0.");
            }
        }

        return section.Get<HttpLimits>() ?? new HttpLimits();
    }
}
