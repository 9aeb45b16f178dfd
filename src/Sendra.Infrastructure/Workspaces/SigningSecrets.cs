using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Sendra.Application.Workspaces;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Common;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Configurations;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Workspaces;

/// <summary>Encrypts by ASP.NET's data protection. A workspace's first secret is made when somebody needs it.</summary>
internal sealed partial class SigningSecrets(
    WorkspaceDbContexts contexts, IDataProtectionProvider provider, TimeProvider clock, ILogger<SigningSecrets> logger) : ISigningSecrets
{
    private readonly IDataProtector _protector = provider.CreateProtector("Sendra.Workspaces.SigningSecret");

    /// <summary>What calls are signed with now: the secret, and the one before as long as it counts. Empty when none can be opened.</summary>
    public async Task<IReadOnlyList<SigningSecret>> OfAsync(WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var stored = await ReadAsync(db, cancellationToken);
        var previous = stored.PreviousUntil > clock.GetUtcNow() ? stored.Previous : null;
        return [.. new[] { stored.Secret, previous }.OfType<string>().Select(Open).OfType<SigningSecret>()];
    }

    public async Task<string?> RevealAsync(WorkspaceId workspaceId, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        return Open((await ReadAsync(db, cancellationToken)).Secret!)?.Reveal();
    }

    public async Task<string> RotateAsync(WorkspaceId workspaceId, DateTimeOffset previousUntil, CancellationToken cancellationToken)
    {
        await using var db = contexts.For(workspaceId);
        var before = (await ReadAsync(db, cancellationToken)).Secret;
        var made = SigningSecret.New();
        var stored = _protector.Protect(made.Reveal());
        var isRotated = await db.AuditedAsync(
            AuditAction.Rotated,
            new AuditTarget(AuditTargetType.SigningSecret),
            async () => await db.Workspaces.Where(row => EF.Property<string?>(row, WorkspaceConfiguration.SigningSecret) == before)
            .ExecuteUpdateAsync(
                row => row.SetProperty(workspace => EF.Property<string?>(workspace, WorkspaceConfiguration.SigningSecret), stored)
                    .SetProperty(workspace => EF.Property<string?>(workspace, WorkspaceConfiguration.PreviousSigningSecret), before)
                    .SetProperty(workspace => EF.Property<DateTimeOffset?>(workspace, WorkspaceConfiguration.PreviousSigningSecretUntil), previousUntil),
                cancellationToken) > 0,
            cancellationToken);
        return isRotated
            ? made.Reveal()
            : throw new ConflictException(ConflictException.ChangedMeanwhile, "Someone else rotated the secret at the same time; read it again.");
    }

    private async Task<Stored> ReadAsync(SendraDbContext db, CancellationToken cancellationToken)
    {
        var stored = db.Workspaces.AsNoTracking().Select(row => new Stored(
            EF.Property<string?>(row, WorkspaceConfiguration.SigningSecret),
            EF.Property<string?>(row, WorkspaceConfiguration.PreviousSigningSecret),
            EF.Property<DateTimeOffset?>(row, WorkspaceConfiguration.PreviousSigningSecretUntil)));
        var read = await stored.SingleAsync(cancellationToken);
        if (read.Secret is not null)
        {
            return read;
        }

        // Of two nodes at once, one makes it.
        var made = _protector.Protect(SigningSecret.New().Reveal());
        await db.Workspaces.Where(row => EF.Property<string?>(row, WorkspaceConfiguration.SigningSecret) == null)
            .ExecuteUpdateAsync(
                row => row.SetProperty(workspace => EF.Property<string?>(workspace, WorkspaceConfiguration.SigningSecret), made), cancellationToken);
        return await stored.SingleAsync(cancellationToken);
    }

    private SigningSecret? Open(string text)
    {
        try
        {
            return SigningSecret.TryParse(_protector.Unprotect(text), out var secret) ? secret : null;
        }
        catch (CryptographicException exception)
        {
            LogLost(logger, exception.Message);
            return null;
        }
    }

    private sealed record Stored(string? Secret, string? Previous, DateTimeOffset? PreviousUntil);

    [LoggerMessage(LogLevel.Error, "A workspace's signing secret can't be opened, since its data-protection key is lost ({Problem}). Restore the table data_protection_keys, or rotate the secret")]
    private static partial void LogLost(ILogger logger, string problem);
}
