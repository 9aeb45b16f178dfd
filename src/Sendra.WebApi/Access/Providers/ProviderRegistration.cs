using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Sendra.Application.Access;
using Sendra.WebApi.Webhooks;

namespace Sendra.WebApi.Access.Providers;

/// <summary>Adds the OpenID Connect providers of the settings: authorization code with PKCE, state and nonce.</summary>
internal static class ProviderRegistration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <exception cref="InvalidOperationException">A setting makes no sense.</exception>
    public static IServiceCollection AddSignInProviders(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = ProviderSetting.AllFrom(configuration);
        services.AddSingleton(new SignInProviders([.. settings.Select(setting => setting.Provider)]));
        services.TryAddScoped<ProviderCallback>();
        var authentication = new AuthenticationBuilder(services);
        foreach (var setting in settings)
        {
            authentication.AddOpenIdConnect(setting.Scheme, _ => { });
            services.AddOptions<OpenIdConnectOptions>(setting.Scheme).Configure<PublicUrl>((options, publicUrl) => Configure(options, setting, publicUrl));
        }

        return services;
    }

    private static void Configure(OpenIdConnectOptions options, ProviderSetting setting, PublicUrl publicUrl)
    {
        options.Authority = setting.Authority.ToString();
        options.RequireHttpsMetadata = setting.Authority.Scheme == Uri.UriSchemeHttps;
        options.ClientId = setting.ClientId;
        options.ClientSecret = setting.ClientSecret;
        options.CallbackPath = setting.CallbackPath;
        options.ResponseType = OpenIdConnectResponseType.Code;

        // A form would be a write from another site.
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.Scope.Clear();
        options.Scope.Add("openid");
        options.Scope.Add("email");
        options.MapInboundClaims = false;
        options.GetClaimsFromUserInfoEndpoint = true;
        options.ClaimActions.MapJsonKey(ProviderCallback.Email, ProviderCallback.Email);
        options.ClaimActions.MapJsonKey(ProviderCallback.EmailVerified, ProviderCallback.EmailVerified);
        options.SaveTokens = false;
        options.DisableTelemetry = true;
        options.BackchannelTimeout = Patience;

        // Nothing is signed in by it: the callback begins a session.
        options.SignInScheme = CallerAuthentication.SchemeName;
        var secure = publicUrl.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, secure);
        (options.NonceCookie.SameSite, options.NonceCookie.SecurePolicy) = (SameSiteMode.Lax, secure);
        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = async context =>
            {
                var issuer = (await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted)).Issuer;
                if (issuer?.TrimEnd('/') != context.Options.Authority!.TrimEnd('/'))
                {
                    throw new InvalidOperationException($"Its discovery document is that of the issuer {issuer}, not of {context.Options.Authority}");
                }

                if (publicUrl.Configured is { } url)
                {
                    context.ProtocolMessage.RedirectUri = $"{url}{setting.CallbackPath}";
                }
            },
            OnTicketReceived = context => context.HttpContext.RequestServices.GetRequiredService<ProviderCallback>().ReceiveAsync(context, setting.Provider),
            OnRemoteFailure = context => context.HttpContext.RequestServices.GetRequiredService<ProviderCallback>().FailAsync(context, setting.Provider),
        };
    }
}
