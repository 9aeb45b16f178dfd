using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>An OpenID Connect provider on this machine: OpenIddict, which lets in whom the test says.</summary>
internal sealed class TestProvider : IAsyncDisposable
{
    private const string ClientId = "sendra";
    private const string ClientSecret = "a secret of the provider";

    private static readonly HttpClient Browser = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });

    private readonly WebApplication _app;

    private TestProvider(WebApplication app) => _app = app;

    /// <summary>Who sits there.</summary>
    public string Subject { get; set; } = Guid.NewGuid().ToString("N");

    public string? Email { get; set; }

    public bool EmailVerified { get; set; } = true;

    /// <summary>True when the person declines.</summary>
    public bool Declines { get; set; }

    /// <summary>What becomes of an ID token on its way to Sendra.</summary>
    public Func<string, string>? Forge { get; set; }

    /// <summary>As whom it introduces itself; null for what it is.</summary>
    public Uri? Alias { get; set; }

    /// <summary>What it signs by.</summary>
    public static SecurityKey Key { get; } = NewKey();

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Settings of a Sendra that trusts it.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["OpenIdConnect:acme:Name"] = "Acme ID",
        ["OpenIdConnect:acme:Authority"] = Address,
        ["OpenIdConnect:acme:ClientId"] = ClientId,
        ["OpenIdConnect:acme:ClientSecret"] = ClientSecret,
    };

    public static async Task<TestProvider> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        TestProvider? provider = null;
        builder.Services.AddOpenIddict().AddServer(options =>
        {
            options.EnableDegradedMode();
            options.SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token");
            options.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();

            // Made in no time, unlike RSA keys.
            options.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)));
            options.AddSigningKey(Key);
            options.RegisterScopes(OpenIddictConstants.Scopes.Email);
            options.UseAspNetCore().DisableTransportSecurityRequirement();
            options.AddEventHandler<ValidateAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }

                return default;
            }));
            options.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }

                return default;
            }));
            options.AddEventHandler<HandleAuthorizationRequestContext>(handler => handler.UseInlineHandler(context =>
            {
                provider!.Answer(context);
                return default;
            }));
            options.AddEventHandler<ApplyTokenResponseContext>(handler => handler.SetOrder(int.MinValue).UseInlineHandler(context =>
            {
                context.Response.IdToken = context.Response.IdToken is { } token && provider!.Forge is { } forge ? forge(token) : context.Response.IdToken;
                return default;
            }));
            options.AddEventHandler<HandleConfigurationRequestContext>(handler => handler.SetOrder(int.MaxValue).UseInlineHandler(context =>
            {
                context.Issuer = provider?.Alias ?? context.Issuer;
                return default;
            }));
        });
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync();
        provider = new TestProvider(app);

        // Its first answer takes longer than those who sign in by it wait.
        await Browser.GetStringAsync(new Uri($"{provider.Address}/.well-known/openid-configuration"));
        return provider;
    }

    /// <summary>A key of the same name as the provider's.</summary>
    public static SecurityKey NewKey() => new ECDsaSecurityKey(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    /// <summary>Goes where a page sends a browser, and comes back with the URL that it is sent to.</summary>
    public static async Task<Uri> VisitAsync(string url)
    {
        using var response = await Browser.GetAsync(new Uri(url));
        return response.Headers.Location ?? throw new InvalidOperationException($"The provider answered {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Answer(HandleAuthorizationRequestContext context)
    {
        if (Declines)
        {
            context.Reject(OpenIddictConstants.Errors.AccessDenied, "The person declined.");
            return;
        }

        var identity = new ClaimsIdentity("test", OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, Subject));
        if (Email is not null)
        {
            identity.AddClaim(new Claim(OpenIddictConstants.Claims.Email, Email));
            identity.AddClaim(new Claim(OpenIddictConstants.Claims.EmailVerified, EmailVerified ? "true" : "false", ClaimValueTypes.Boolean));
        }

        identity.SetDestinations(static _ => [OpenIddictConstants.Destinations.IdentityToken]);
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(context.Request.GetScopes());
        context.SignIn(principal);
    }
}
