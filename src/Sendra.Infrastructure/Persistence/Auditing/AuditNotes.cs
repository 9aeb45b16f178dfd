using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sendra.Domain.Access;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Automations;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.EventSources;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Auditing;

/// <summary>Reads what changes of a context mean to the people of a workspace.</summary>
internal static class AuditNotes
{
    /// <summary>The kinds of rows whose changes are told when a context saves them.</summary>
    public static readonly IReadOnlySet<Type> Audited = new HashSet<Type>
    {
        typeof(Workspace), typeof(Member), typeof(Invitation), typeof(ApiKey), typeof(User), typeof(Session), typeof(RecoveryCodeRow), typeof(Passkey), typeof(ProviderLink), typeof(EventSource), typeof(EventPattern),
        typeof(CustomField), typeof(Automation), typeof(Template), typeof(Message), typeof(ContactImport),
    };

    public static IEnumerable<AuditNote> Of(ChangeTracker tracker, Actor caller) =>
        tracker.Entries().Where(entry => Audited.Contains(entry.Metadata.ClrType)).ToList().SelectMany(entry => entry.Entity switch
        {
            Workspace workspace => OfWorkspace(entry, workspace, caller),
            Member member => OfMember(entry, member, caller),
            Invitation invitation => OfInvitation(entry, invitation),
            ApiKey key => Whole(entry, Target(AuditTargetType.ApiKey, key.Id, key.Name), AuditAction.Revoked, new AuditDetails { Scopes = key.Scopes.Given }),
            User user => OfUser(entry, user, caller),
            RecoveryCodeRow code => OfRecoveryCode(entry, code, caller),
            Passkey passkey => OfPasskey(entry, passkey, caller),
            ProviderLink link => OfProviderLink(entry, link, caller),
            Session session => OfSession(entry, session, caller),
            EventSource source => OfSource(entry, source),
            EventPattern pattern => Edited(entry, Target(AuditTargetType.EventPattern, pattern.Id, pattern.Name)),
            CustomField field => Whole(entry, new AuditTarget(AuditTargetType.CustomField, field.Name, field.Name)),
            Automation automation => OfAutomation(entry, automation),
            Template template => Edited(entry, Target(AuditTargetType.Template, template.Id, template.Name), template.Version),
            Message message => OfMessage(entry, message),
            ContactImport import => Whole(entry, Target(AuditTargetType.Contacts, import.Id, import.FileName), made: AuditAction.Imported),
            _ => [],
        });

    private static IEnumerable<AuditNote> OfWorkspace(EntityEntry entry, Workspace workspace, Actor caller)
    {
        var target = Target(AuditTargetType.Workspace, workspace.Id, workspace.Name);
        if (entry.State == EntityState.Added)
        {
            var founder = entry.Context.ChangeTracker.Entries<Member>().Select(member => member.Entity.UserId).FirstOrDefault();
            return [new AuditNote(AuditAction.Created, target) { By = Known(caller, founder) }];
        }

        var changes = AuditChanges.WithValues(entry);
        var settings = changes.Where(change => change.Field != "name").ToArray();
        return
        [
            .. changes.Where(change => change.Field == "name").Select(change => new AuditNote(AuditAction.Renamed, target) { Details = new AuditDetails { Changes = [change] } }),
            .. settings.Length > 0 ? [new AuditNote(AuditAction.Changed, target) { Details = new AuditDetails { Changes = settings } }] : (AuditNote[])[],
        ];
    }

    // Whoever founds a workspace is in it, which says itself. Who joins by a link may be nobody yet when they call.
    private static IEnumerable<AuditNote> OfMember(EntityEntry entry, Member member, Actor caller) =>
        entry.State == EntityState.Added && !entry.Context.ChangeTracker.Entries<Workspace>().Any(made => made.State == EntityState.Added)
            ? [new AuditNote(AuditAction.Joined, Target(AuditTargetType.Member, member.UserId, null)) { Details = new AuditDetails { Role = member.Role }, By = Known(caller, member.UserId) }]
            : [];

    // One that brought somebody in is told by them, and one whose time was over had ended already.
    private static IEnumerable<AuditNote> OfInvitation(EntityEntry entry, Invitation invitation)
    {
        var target = Target(AuditTargetType.Invitation, invitation.Id, invitation.Email);
        var details = new AuditDetails { Role = invitation.Role };
        return entry.State switch
        {
            EntityState.Added => [new AuditNote(AuditAction.Created, target) { Details = details }],
            EntityState.Deleted when !entry.Context.ChangeTracker.Entries().Any(Replaces) => [new AuditNote(AuditAction.Withdrawn, target) { Details = details }],
            _ => [],
        };

        static bool Replaces(EntityEntry other) => other is { State: EntityState.Added, Entity: Member or Invitation };
    }

    // Identity changes the stamp with whatever a person signs in with.
    private static IEnumerable<AuditNote> OfUser(EntityEntry entry, User user, Actor caller)
    {
        if (entry.State != EntityState.Modified)
        {
            yield break;
        }

        var note = new AuditNote(AuditAction.PasswordChanged, Target(AuditTargetType.Account, user.Id, null)) { By = Known(caller, user.Id) };
        if (IsChanged(entry, nameof(User.SecurityStamp)) && IsChanged(entry, nameof(User.PasswordHash)))
        {
            yield return note;
        }

        if (IsChanged(entry, nameof(User.EmailConfirmed)))
        {
            yield return note with { Action = AuditAction.EmailVerified };
        }

        if (IsChanged(entry, nameof(User.TwoFactorEnabled)))
        {
            yield return note with { Action = user.TwoFactorEnabled ? AuditAction.SecondFactorOn : AuditAction.SecondFactorOff };
        }
    }

    // Identity marks all of a person's row as modified, whatever it changes.
    private static bool IsChanged(EntityEntry user, string property) => !Equals(user.Property(property).OriginalValue, user.Property(property).CurrentValue);

    // They are made together, and with the second factor, which says itself.
    private static IEnumerable<AuditNote> OfRecoveryCode(EntityEntry entry, RecoveryCodeRow code, Actor caller)
    {
        var others = entry.Context.ChangeTracker;
        return entry.State == EntityState.Added
            && others.Entries<RecoveryCodeRow>().First(other => other.State == EntityState.Added).Entity == code
            && !others.Entries<User>().Any(user => IsChanged(user, nameof(User.TwoFactorEnabled)))
                ? [new AuditNote(AuditAction.RecoveryCodesMade, Target(AuditTargetType.Account, code.UserId, null)) { By = Known(caller, code.UserId) }]
                : [];
    }

    private static IEnumerable<AuditNote> OfProviderLink(EntityEntry entry, ProviderLink link, Actor caller)
    {
        var note = new AuditNote(AuditAction.ProviderLinked, Target(AuditTargetType.Account, link.UserId, null)) { By = Known(caller, link.UserId) };
        return entry.State switch
        {
            EntityState.Added => [note],
            EntityState.Deleted => [note with { Action = AuditAction.ProviderUnlinked }],
            _ => [],
        };
    }

    private static IEnumerable<AuditNote> OfPasskey(EntityEntry entry, Passkey passkey, Actor caller)
    {
        var note = new AuditNote(AuditAction.PasskeyAdded, Target(AuditTargetType.Account, passkey.UserId, null)) { By = Known(caller, passkey.UserId) };
        return entry.State switch
        {
            EntityState.Added => [note],
            EntityState.Deleted => [note with { Action = AuditAction.PasskeyRemoved }],
            _ => [],
        };
    }

    // A session that begins anew is a sign-in; one that has begun before goes on in another workspace.
    private static IEnumerable<AuditNote> OfSession(EntityEntry entry, Session session, Actor caller) => entry.State == EntityState.Added && session.WorkspaceId is { } workspaceId
        ?
        [
            new AuditNote(session.CreatedAt == session.LastUsedAt ? AuditAction.SignedIn : AuditAction.Entered, Target(AuditTargetType.Account, session.UserId, null))
            {
                By = caller.As(session.UserId),
                WorkspaceId = workspaceId,
            },
        ]
        : [];

    private static IEnumerable<AuditNote> OfSource(EntityEntry entry, EventSource source)
    {
        var target = Target(AuditTargetType.EventSource, source.Id, source.Name);
        foreach (var note in Edited(entry, target, without: nameof(EventSource.IsEnabled)))
        {
            yield return note;
        }

        if (entry.State != EntityState.Modified)
        {
            yield break;
        }

        if (entry.Property(nameof(EventSource.IsEnabled)).IsModified)
        {
            yield return new AuditNote(source.IsEnabled ? AuditAction.Enabled : AuditAction.Disabled, target);
        }

        if (entry.Context.ChangeTracker.Entries<EventSourceToken>().Any(token => token.State == EntityState.Added && source.Tokens.Contains(token.Entity)))
        {
            yield return new AuditNote(AuditAction.Rotated, target);
        }
    }

    private static IEnumerable<AuditNote> OfAutomation(EntityEntry entry, Automation automation)
    {
        var target = Target(AuditTargetType.Automation, automation.Id, automation.Name);
        foreach (var note in Edited(entry, target, automation.Version, without: nameof(Automation.Status)))
        {
            yield return note;
        }

        if (entry.State == EntityState.Modified && entry.Property(nameof(Automation.Status)).IsModified)
        {
            yield return new AuditNote(
                automation.Status switch
                {
                    AutomationStatus.Live => AuditAction.Activated,
                    AutomationStatus.Paused => AuditAction.Paused,
                    AutomationStatus.Archived => AuditAction.Archived,
                    AutomationStatus.Draft => AuditAction.Changed,
                },
                target);
        }
    }

    private static IEnumerable<AuditNote> OfMessage(EntityEntry entry, Message message) => entry.State == EntityState.Added && message.EnrollmentId is null
        ? [new AuditNote(AuditAction.TestSent, Target(AuditTargetType.Template, message.TemplateId, null))]
        : [];

    private static IEnumerable<AuditNote> Edited(EntityEntry entry, AuditTarget target, int? version = null, string? without = null)
    {
        var saved = version is { } number ? new AuditDetails { Version = number } : null;
        if (entry.State != EntityState.Modified)
        {
            return Whole(entry, target, details: entry.State == EntityState.Added ? saved : null);
        }

        var changes = AuditChanges.Of(entry, without);
        return changes.Count > 0 ? [new AuditNote(AuditAction.Changed, target) { Details = (saved ?? new AuditDetails()) with { Changes = changes } }] : [];
    }

    private static IEnumerable<AuditNote> Whole(
        EntityEntry entry, AuditTarget target, AuditAction ended = AuditAction.Deleted, AuditDetails? details = null, AuditAction made = AuditAction.Created) => entry.State switch
        {
            EntityState.Added => [new AuditNote(made, target) { Details = details }],
            EntityState.Deleted => [new AuditNote(ended, target) { Details = details }],
            _ => [],
        };

    private static Actor? Known(Actor caller, UserId userId) => caller.Type == ActorType.Anonymous ? caller.As(userId) : null;

    private static AuditTarget Target<T>(AuditTargetType type, T id, string? name)
        where T : struct, IId<T> => new(type, id.Value.ToString(), name);
}
