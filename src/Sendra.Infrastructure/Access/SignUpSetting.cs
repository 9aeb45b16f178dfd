using Microsoft.Extensions.Configuration;
using Sendra.Application.Access;

namespace Sendra.Infrastructure.Access;

/// <summary>Reads the setting <c>SignUp</c>: <c>open</c> (default), <c>invited</c> or <c>off</c>.</summary>
internal static class SignUpSetting
{
    private const string Setting = "SignUp";

    /// <exception cref="InvalidOperationException">It is something else.</exception>
    public static SignUpPolicy From(IConfiguration configuration) => new(configuration[Setting]?.Trim().ToLowerInvariant() switch
    {
        null or "" or "open" => SignUp.Open,
        "invited" => SignUp.Invited,
        "off" => SignUp.Off,
        var other => throw new InvalidOperationException($"{Setting} is '{other}'; it must be open, invited or off."),
    });
}
