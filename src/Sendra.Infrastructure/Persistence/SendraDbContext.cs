using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Application.Common;
using Sendra.Domain.Access;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Events;
using Sendra.Domain.EventSources;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence.Auditing;
using Sendra.Infrastructure.Persistence.Converters;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Persistence;

/// <summary>
/// The one model behind all databases, and the one place that keeps workspaces apart (W4): what is read passes a
/// query filter, what is written passes <see cref="GuardWorkspace"/>, and every key begins with the workspace.
/// </summary>
/// <param name="options">Provider and connection.</param>
/// <param name="workspace">On whose behalf this context reads and writes.</param>
/// <param name="trail">Tells what is saved.</param>
internal abstract class SendraDbContext(DbContextOptions options, IWorkspaceContext workspace, AuditTrail trail)
    : DbContext(options), IUnitOfWork, IDataProtectionKeyContext
{
    // Hides what belongs to a contact under erasure.
    private const string ErasureFilter = "erasure";
    private const string WorkspaceFilter = "workspace";

    private static readonly MethodInfo FilterMethod =
        typeof(SendraDbContext).GetMethod(nameof(Filter), BindingFlags.Instance | BindingFlags.NonPublic)!;

    // Of the save that is under way.
    private IReadOnlyList<AuditLine> _audited = [];

    public DbSet<Workspace> Workspaces => Set<Workspace>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<User> Users => Set<User>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AccountLinkRow> AccountLinks => Set<AccountLinkRow>();

    public DbSet<AccountMail> AccountMails => Set<AccountMail>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<RecoveryCodeRow> RecoveryCodes => Set<RecoveryCodeRow>();

    public DbSet<HalfSignInRow> HalfSignIns => Set<HalfSignInRow>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<UsedChallenge> UsedChallenges => Set<UsedChallenge>();

    public DbSet<ProviderLink> ProviderLinks => Set<ProviderLink>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ContactImport> ContactImports => Set<ContactImport>();

    public DbSet<ContactImportChunk> ContactImportChunks => Set<ContactImportChunk>();

    public DbSet<ContactImportAddress> ContactImportAddresses => Set<ContactImportAddress>();

    public DbSet<ContactImportErasure> ContactImportErasures => Set<ContactImportErasure>();

    public DbSet<CustomField> CustomFields => Set<CustomField>();

    public DbSet<ReceivedEvent> ReceivedEvents => Set<ReceivedEvent>();

    public DbSet<EventPattern> EventPatterns => Set<EventPattern>();

    public DbSet<EventNameTally> EventNameTallies => Set<EventNameTally>();

    public DbSet<EventPeriodTally> EventPeriodTallies => Set<EventPeriodTally>();

    public DbSet<EventPropertyType> EventPropertyTypes => Set<EventPropertyType>();

    public DbSet<Automation> Automations => Set<Automation>();

    public DbSet<AutomationVersion> AutomationVersions => Set<AutomationVersion>();

    public DbSet<Enrollment> Enrollments => Set<Enrollment>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<Effect> Effects => Set<Effect>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<MessageEvent> MessageEvents => Set<MessageEvent>();

    public DbSet<StepTally> StepTallies => Set<StepTally>();

    public DbSet<MailTurn> MailTurns => Set<MailTurn>();

    public DbSet<WorkflowJob> WorkflowJobs => Set<WorkflowJob>();

    public DbSet<Template> Templates => Set<Template>();

    public DbSet<TemplateVersion> TemplateVersions => Set<TemplateVersion>();

    public DbSet<EventSource> EventSources => Set<EventSource>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<DeliveryAddress> DeliveryAddresses => Set<DeliveryAddress>();

    public DbSet<ErasureUnderWay> Erasures => Set<ErasureUnderWay>();

    public DbSet<Suppression> Suppressions => Set<Suppression>();

    public DbSet<AuditLine> AuditLines => Set<AuditLine>();

    public DbSet<ReplicaBeat> ReplicaBeats => Set<ReplicaBeat>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>True when reading may come from the read replica.</summary>
    public bool MayReadReplica { get; set; }

    // The ways around the filter. At sign-in no workspace is chosen yet, and a user may see all of their own.
    public IQueryable<Member> MembershipsOf(UserId userId) => AllMemberships().Where(member => member.UserId == userId);

    // A session names its user and workspace itself.
    public IQueryable<Member> AllMemberships() => Members.IgnoreQueryFilters();

    // A key or an invitation's link is all that its bearer knows; it says which workspace.
    public IQueryable<ApiKey> AllApiKeys() => ApiKeys.IgnoreQueryFilters();

    public IQueryable<Invitation> AllInvitations() => Invitations.IgnoreQueryFilters();

    // Rows of contacts under erasure, too: for the erasure itself, and for counts that the filter would make slow.
    public IQueryable<ReceivedEvent> StoredEvents => ReceivedEvents.IgnoreQueryFilters([ErasureFilter]);

    public IQueryable<Enrollment> StoredEnrollments => Enrollments.IgnoreQueryFilters([ErasureFilter]);

    // In the background: what every workspace has to be done.
    public IQueryable<Workspace> AllWorkspaces() => Workspaces.IgnoreQueryFilters();

    public IQueryable<Effect> AllEffects() => Effects.IgnoreQueryFilters();

    public IQueryable<MailTurn> AllMailTurns() => MailTurns.IgnoreQueryFilters();

    public IQueryable<WorkflowJob> AllWorkflowJobs() => WorkflowJobs.IgnoreQueryFilters();

    // At a start: something to decide.
    public IQueryable<Automation> AllAutomations() => Automations.IgnoreQueryFilters();

    // In the background: whose imports have to go on.
    public IQueryable<ContactImport> AllContactImports() => ContactImports.IgnoreQueryFilters();

    // In the background: what was cut off in any workspace.
    public IQueryable<ErasureUnderWay> AllErasures() => Erasures.IgnoreQueryFilters();

    // Part of every query of workspace-owned rows; no workspace, no rows.
    private WorkspaceId? CurrentWorkspaceId => workspace.CurrentWorkspaceId;

    Task IUnitOfWork.SaveChangesAsync(CancellationToken cancellationToken) => SaveOrRefuseAsync(() => SaveAsync(alone: false, cancellationToken));

    Task IUnitOfWork.SaveAloneAsync(CancellationToken cancellationToken) => SaveOrRefuseAsync(() => SaveAsync(alone: true, cancellationToken));

    private async Task SaveOrRefuseAsync(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            throw ChangedMeanwhile();
        }
        catch (DbUpdateException exception) when (IsUniqueViolation(exception))
        {
            ChangeTracker.Clear();
            throw new ConflictException(ConflictException.AlreadyExists, "Someone else made this at the same time.");
        }
        catch (DbUpdateException exception) when (IsForeignKeyViolation(exception))
        {
            // What the rows belong to was deleted, or what was to be deleted got rows.
            ChangeTracker.Clear();
            throw ChangedMeanwhile();
        }
    }

    private static ConflictException ChangedMeanwhile() =>
        new(ConflictException.ChangedMeanwhile, "Someone else changed this at the same time; read it again and repeat.");

    /// <summary>Does something in one transaction, while no batch of events or runs of any node is under way.</summary>
    public Task AloneAsync(Func<Task> action, CancellationToken cancellationToken) => InTransactionAsync(
        async () =>
        {
            await TakeLockAloneAsync(cancellationToken);
            await action();
        },
        cancellationToken);

    /// <summary>Deletes some of a workspace's rows of a table.</summary>
    /// <param name="most">How many at most.</param>
    /// <returns>How many.</returns>
    public Task<int> DeleteSomeAsync(WorkspaceTable table, WorkspaceId workspaceId, int most, CancellationToken cancellationToken) =>
        Database.ExecuteSqlRawAsync(DeleteSome(table, most), [StoredId(workspaceId)], cancellationToken);

    void IUnitOfWork.Forget() => ChangeTracker.Clear();

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Prepare();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Prepare();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>What somebody does by statements that <paramref name="work"/> sends, told in their transaction.</summary>
    /// <param name="work">Sends them; false when they changed nothing, which isn't told.</param>
    public async Task<bool> AuditedAsync(AuditAction action, AuditTarget target, Func<Task<bool>> work, CancellationToken cancellationToken)
    {
        var isDone = false;
        await InTransactionAsync(
            async () =>
            {
                isDone = await work();
                if (isDone)
                {
                    var line = trail.Line(workspace.WorkspaceId, action, target);
                    AuditLines.Add(line);
                    await SaveChangesAsync(cancellationToken);
                    Entry(line).State = EntityState.Detached;
                }
            },
            cancellationToken);
        return isDone;
    }

    /// <summary>Does something in one transaction that may write.</summary>
    protected virtual Task InTransactionAsync(Func<Task> action, CancellationToken cancellationToken) =>
        Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
            await action();
            await transaction.CommitAsync(cancellationToken);
        });

    /// <summary>Takes the lock that batches of events and runs share, against all of them; null where every writer is alone.</summary>
    protected abstract string? LockAlone { get; }

    /// <summary>A statement that deletes some rows of a workspace, which is its parameter.</summary>
    protected abstract string DeleteSome(WorkspaceTable table, int most);

    /// <summary>An id as this database stores it.</summary>
    protected abstract object StoredId(WorkspaceId workspaceId);

    /// <summary>True when a constraint of this database refused a second row with the same key.</summary>
    protected abstract bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>True when a constraint of this database refused a row without the row that it belongs to.</summary>
    protected abstract bool IsForeignKeyViolation(DbUpdateException exception);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SendraDbContext).Assembly);
        foreach (var type in modelBuilder.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsAssignableTo(typeof(IWorkspaceOwned))))
        {
            FilterMethod.MakeGenericMethod(type).Invoke(this, [modelBuilder]);
        }

        // A workspace is its own: its id is the workspace's. One that was deleted is nobody's.
        modelBuilder.Entity<Workspace>().HasQueryFilter(WorkspaceFilter, row => row.Id == CurrentWorkspaceId && row.DeletedAt == null);

        // Nobody sees an erasure half done.
        modelBuilder.Entity<Contact>().HasQueryFilter(ErasureFilter, row => !Erasures.Any(erasure => erasure.ContactId == row.Id));
        modelBuilder.Entity<ReceivedEvent>().HasQueryFilter(ErasureFilter, row => !Erasures.Any(erasure => erasure.ContactId == row.ContactId));
        modelBuilder.Entity<Enrollment>().HasQueryFilter(ErasureFilter, row => !Erasures.Any(erasure => erasure.ContactId == row.ContactId));
        modelBuilder.Entity<Message>().HasQueryFilter(ErasureFilter, row => !Erasures.Any(erasure => erasure.ContactId == row.ContactId));
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMicrosecondsConverter>();
        configurationBuilder.Properties<RawJson>().HaveConversion<RawJsonConverter>();
        configurationBuilder.Properties<CustomFieldValues>().HaveConversion<CustomFieldValuesConverter>();
        foreach (var type in TypedId.Types)
        {
            ConfigureId(configurationBuilder.Properties(type), type);
        }
    }

    /// <summary>How this database stores an id.</summary>
    protected abstract void ConfigureId(PropertiesConfigurationBuilder property, Type type);

    // Every kind of row that belongs to a workspace, so that none can be forgotten.
    private void Filter<T>(ModelBuilder modelBuilder)
        where T : class, IWorkspaceOwned =>
        modelBuilder.Entity<T>().HasQueryFilter(WorkspaceFilter, row => row.WorkspaceId == CurrentWorkspaceId);

    private void Prepare()
    {
        // Of a try before, which was taken back.
        foreach (var line in _audited.Where(line => Entry(line).State == EntityState.Added))
        {
            Entry(line).State = EntityState.Detached;
        }

        GuardWorkspace();
        if (CurrentWorkspaceId is { } workspaceId)
        {
            RulesStamp.Renew(this, workspaceId);
        }

        // After the guard: a person signs in from no workspace, or from another one.
        _audited = trail.Of(ChangeTracker, CurrentWorkspaceId);
        AuditLines.AddRange(_audited);
    }

    private void GuardWorkspace()
    {
        foreach (var entry in ChangeTracker.Entries<IWorkspaceOwned>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && entry.Entity.WorkspaceId != CurrentWorkspaceId)
            {
                throw new InvalidOperationException(
                    $"A {entry.Entity.GetType().Name} of another workspace was about to be written; nothing was.");
            }
        }
    }

    // What is new must fit beside what the workspace has. Whoever asks this holds the workspace's row, so that two at once don't both find
    // the last place.
    private async Task SaveAsync(bool alone, CancellationToken cancellationToken)
    {
        var bounds = Array.FindAll(WorkspaceBound.All, bound => bound.IsAskedFor(this));
        var isBounded = bounds.Length > 0 || ListenerBound.IsAskedFor(this);
        if (!alone && !isBounded)
        {
            await SaveChangesAsync(cancellationToken);
            return;
        }

        await InTransactionAsync(
            async () =>
            {
                if (alone)
                {
                    await TakeLockAloneAsync(cancellationToken);
                }

                if (isBounded)
                {
                    await LockWorkspaceAsync(cancellationToken);
                    foreach (var bound in bounds)
                    {
                        await bound.EnsureFitsAsync(this, cancellationToken);
                    }

                    await ListenerBound.EnsureFitsAsync(this, cancellationToken);
                }

                await SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken);
            },
            cancellationToken);
        ChangeTracker.AcceptAllChanges();
    }

    private Task TakeLockAloneAsync(CancellationToken cancellationToken) =>
        LockAlone is { } sql ? Database.ExecuteSqlRawAsync(sql, cancellationToken) : Task.CompletedTask;

    // Nothing is made in a workspace that somebody deletes at the same time.
    private async Task LockWorkspaceAsync(CancellationToken cancellationToken)
    {
        var locked = await Workspaces.ExecuteUpdateAsync(set => set.SetProperty(row => row.Name, row => row.Name), cancellationToken);
        if (locked == 0 && !ChangeTracker.Entries<Workspace>().Any(entry => entry.State == EntityState.Added))
        {
            throw new NotFoundException("workspace");
        }
    }
}
