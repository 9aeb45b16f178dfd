using Microsoft.AspNetCore.Identity;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Access;

/// <summary>Which site passkeys are for: the host of <c>PublicUrl</c>, or else the one that a request names.</summary>
internal static class PasskeyDomain
{
    public static IServiceCollection AddPasskeyDomain(this IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>().Configure<PublicUrl>((options, publicUrl) =>
        {
            // A fingerprint, a face or a PIN beside having the device: so a passkey counts as two factors.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            options.AttestationConveyancePreference = "none";
            options.ServerDomain = publicUrl.Configured is { } url ? new Uri(url).Host : null;
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && IsOurs(context, publicUrl));
        });
        return services;
    }

    // Without the scheme, which a proxy in front may have ended.
    private static bool IsOurs(PasskeyOriginValidationContext context, PublicUrl publicUrl) =>
        Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
        && string.Equals(
            origin.Authority,
            publicUrl.Configured is { } url ? new Uri(url).Authority : new Uri($"{origin.Scheme}://{context.HttpContext.Request.Host}").Authority,
            StringComparison.OrdinalIgnoreCase);
}
