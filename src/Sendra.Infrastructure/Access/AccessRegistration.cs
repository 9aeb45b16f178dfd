using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sendra.Application.Access;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Adds accounts and sessions to the service collection.</summary>
internal static class AccessRegistration
{
    // More than the 210,000 that OWASP's Password Storage Cheat Sheet asks of PBKDF2 with HMAC-SHA-512. Passwords that were hashed with fewer are hashed anew at sign-in.
    private const int HashIterations = 220_000;

    /// <summary>Adds Identity on the users table, sessions, and keys that all nodes share.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(SignUpSetting.From(configuration));
        services.AddSingleton<ILookupNormalizer, KeepAsIs>();
        services
            .AddIdentityCore<User>(options =>
            {
                // What an address and a password may be is said by EmailAddress and Password.
                options.User.AllowedUserNameCharacters = "";
                options.User.RequireUniqueEmail = true;
                options.Password = new PasswordOptions
                {
                    RequiredLength = Password.MinLength,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                };
            })
            .AddUserStore<UserStore>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddSingleton<HashingTurns>();
        services.AddScoped<DecoyPassword>();
        services.AddScoped<IAccounts, Accounts>();
        services.AddScoped<IMembers, Members>();
        services.AddScoped<IInvitations, Invitations>();
        services.AddScoped<IAccountLinks, AccountLinks>();
        services.AddScoped<ISecondFactors, SecondFactors>();
        services.AddScoped<IHalfSignIns, HalfSignIns>();
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>();
        services.AddScoped<IPasskeys, Passkeys>();
        services.AddScoped<IProviderLinks, ProviderLinks>();
        services.AddScoped<IAccountMails, AccountMails>();
        services.AddSingleton(AccountSenderSetting.From(configuration));
        services.AddSingleton<AccountMailWriter>();
        services.AddHostedService<AccountMailSender>();
        services.AddSingleton<TrustCache<KnownSession>>();
        services.AddSingleton<ISessions, Sessions>();
        services.AddSingleton<TrustCache<UsedApiKey>>();
        services.AddSingleton<IApiKeys, ApiKeys>();
        services.AddSingleton<RefusedSignIns>();
        services.AddHostedService(provider => provider.GetRequiredService<RefusedSignIns>());
        services.AddSingleton<ApiKeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<ApiKeyUses>());
        services.AddKeys(KeyCertificates.From(configuration));
        return services;
    }

    private static void AddKeys(this IServiceCollection services, KeyCertificates certificates)
    {
        var protection = services.AddDataProtection().SetApplicationName("Sendra");
        if (certificates.First is { } first)
        {
            protection.ProtectKeysWithCertificate(first).UnprotectKeysWithAnyCertificate([.. certificates.All]);
        }

        services.AddSingleton(certificates).AddSingleton<KeyEncryption>();
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider, ILoggerFactory>(
            (options, provider, loggers) => options.XmlRepository = new KeyRepository(provider, loggers));
    }
}
