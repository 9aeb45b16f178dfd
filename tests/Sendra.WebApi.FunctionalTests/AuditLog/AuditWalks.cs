using Sendra.WebApi.FunctionalTests.Access;
using Sendra.WebApi.FunctionalTests.Contacts;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.AuditLog;

/// <summary>
/// What the audit log says of every call that writes, and why it says nothing of some. A new call has to be added here, or the walk fails.
/// </summary>
internal static class AuditWalks
{
    private const string Arrives = "What arrives is in the log of events.";
    private const string Contact = "A contact's data are no setting; what programs save would fill the log. Erasing is told.";
    private const string Nothing = "It changes nothing.";
    private const string Own = "It ends a person's own sessions, and gives nobody anything.";
    private const string Run = "Programs move runs at the pace of events; the run's page tells of it.";

    /// <summary>What is told: the action and the type of its target.</summary>
    public static readonly IReadOnlyDictionary<string, (string Action, string Target)> Told = new Dictionary<string, (string, string)>
    {
        ["post /api/workspaces"] = ("created", "workspace"),
        ["patch /api/workspaces/{id}"] = ("renamed", "workspace"),
        ["put /api/workspace/settings"] = ("changed", "workspace"),
        ["post /api/workspace/signing-secret/rotate"] = ("rotated", "signingSecret"),
        ["post /api/auth/switch"] = ("entered", "account"),
        ["post /api/auth/password"] = ("passwordChanged", "account"),
        ["post /api/auth/confirm"] = ("signedIn", "account"),
        ["post /api/api-keys"] = ("created", "apiKey"),
        ["delete /api/api-keys/{id}"] = ("revoked", "apiKey"),
        ["post /api/invitations"] = ("created", "invitation"),
        ["delete /api/invitations/{id}"] = ("withdrawn", "invitation"),
        ["post /api/event-patterns"] = ("created", "eventPattern"),
        ["post /api/event-patterns/declare-undeclared"] = ("created", "eventPattern"),
        ["patch /api/event-patterns/{id}"] = ("changed", "eventPattern"),
        ["put /api/event-patterns/{id}"] = ("changed", "eventPattern"),
        ["post /api/event-patterns/{id}/learn"] = ("changed", "eventPattern"),
        ["delete /api/event-patterns/{id}"] = ("deleted", "eventPattern"),
        ["post /api/event-sources"] = ("created", "eventSource"),
        ["put /api/event-sources/{id}"] = ("changed", "eventSource"),
        ["delete /api/event-sources/{id}"] = ("deleted", "eventSource"),
        ["post /api/event-sources/{id}/rotate"] = ("rotated", "eventSource"),
        ["post /api/templates"] = ("created", "template"),
        ["put /api/templates/{id}"] = ("changed", "template"),
        ["delete /api/templates/{id}"] = ("deleted", "template"),
        ["post /api/templates/{id}/test-send"] = ("testSent", "template"),
        ["post /api/automations"] = ("created", "automation"),
        ["put /api/automations/{id}"] = ("changed", "automation"),
        ["post /api/automations/{id}/activate"] = ("activated", "automation"),
        ["post /api/automations/{id}/pause"] = ("paused", "automation"),
        ["post /api/automations/{id}/archive"] = ("archived", "automation"),
        ["post /api/automations/{id}/duplicate"] = ("created", "automation"),
        ["post /api/enrollments/{id}/exit"] = ("exited", "enrollment"),
        ["post /api/contacts/import"] = ("imported", "contacts"),
        ["delete /api/contacts/{id}"] = ("erased", "contact"),
        ["post /api/suppressions"] = ("created", "suppression"),
        ["post /api/suppressions/import"] = ("imported", "suppression"),
        ["delete /api/suppressions/{email}"] = ("deleted", "suppression"),
        ["post /api/custom-fields"] = ("created", "customField"),
        ["delete /api/custom-fields/{name}"] = ("deleted", "customField"),
        ["get /api/events/export"] = ("exported", "events"),
        ["get /api/contacts/export"] = ("exported", "contacts"),
        ["get /api/contacts/{id}/export"] = ("exported", "contact"),
        ["get /api/audit-log/export"] = ("exported", "auditLog"),

        ["post /compat/resend/events"] = ("created", "eventPattern"),
        ["patch /compat/resend/events/{id}"] = ("changed", "eventPattern"),
        ["delete /compat/resend/events/{id}"] = ("deleted", "eventPattern"),
        ["delete /compat/resend/contacts/{id}"] = ("erased", "contact"),
        ["post /compat/resend/automations"] = ("created", "automation"),
        ["patch /compat/resend/automations/{id}"] = ("changed", "automation"),
        ["delete /compat/resend/automations/{id}"] = ("archived", "automation"),
        ["post /compat/resend/automations/{id}/duplicate"] = ("created", "automation"),
        ["post /compat/resend/automations/{id}/stop"] = ("paused", "automation"),
        ["post /compat/resend/automations/{automationId}/runs/{id}/cancel"] = ("exited", "enrollment"),
        ["post /compat/resend/suppressions"] = ("created", "suppression"),
        ["delete /compat/resend/suppressions/{email}"] = ("deleted", "suppression"),
        ["post /compat/loops/api/v1/contacts/delete"] = ("erased", "contact"),
        ["post /compat/loops/api/v1/contacts/properties"] = ("created", "customField"),
        ["delete /compat/customerio/api/v1/customers/{id}"] = ("erased", "contact"),
        ["post /compat/customerio/api/v1/customers/{id}/suppress"] = ("created", "suppression"),
        ["post /compat/customerio/api/v1/customers/{id}/unsuppress"] = ("deleted", "suppression"),
        ["post /compat/customerio/api/v2/entity"] = ("erased", "contact"),
        ["post /compat/customerio/api/v2/batch"] = ("erased", "contact"),
    };

    /// <summary>What is told, too, but can't be done by a walk: by which test.</summary>
    public static readonly IReadOnlyDictionary<string, string> ToldElsewhere = new Dictionary<string, string>
    {
        ["post /api/auth/register"] = nameof(AuditLogTests.W9_signing_up_in_and_joining_is_told),
        ["post /api/auth/login"] = nameof(AuditLogTests.W9_signing_up_in_and_joining_is_told),
        ["post /api/invitations/accept"] = nameof(AuditLogTests.W9_signing_up_in_and_joining_is_told),
        ["post /api/auth/reset-password"] = nameof(AccountMailTests.W7_a_forgotten_password_is_set_anew_by_the_mailed_link),
        ["post /api/auth/verify-email"] = nameof(AccountMailTests.W7_an_address_is_verified_by_the_link_in_the_session_of_its_account_alone),
        ["post /api/auth/login/second-factor"] = nameof(SecondFactorTests.W10_recovery_codes_work_once_each_in_any_spelling),
        ["put /api/auth/second-factor"] = nameof(SecondFactorTests.W10_turning_it_on_and_off_ends_the_other_sessions),
        ["delete /api/auth/second-factor"] = nameof(SecondFactorTests.W10_turning_it_on_and_off_ends_the_other_sessions),
        ["post /api/auth/second-factor/recovery-codes"] = nameof(SecondFactorTests.W10_recovery_codes_work_once_each_in_any_spelling),
        ["post /api/auth/login/passkey"] = nameof(PasskeyTests.W12_a_passkey_signs_in_without_the_password_and_counts_as_both_factors),
        ["post /api/auth/passkeys"] = nameof(PasskeyTests.W12_adding_and_removing_end_the_other_sessions_and_tell_the_person),
        ["delete /api/auth/passkeys/{id}"] = nameof(PasskeyTests.W12_adding_and_removing_end_the_other_sessions_and_tell_the_person),
        ["delete /api/auth/providers/links/{id}"] = nameof(ProviderTests.W13_a_person_links_and_unlinks_a_provider_with_another_email),
        ["post /api/auth/confirm/passkey"] = nameof(PasskeyTests.W11_a_passkey_shows_again_who_is_signed_in),
        ["delete /api/members/{id}"] = nameof(AuditLogTests.W9_a_member_who_was_removed_and_a_key_that_was_revoked_are_still_named),
        ["post /api/enrollments/{id}/retry"] = nameof(FailureTests.F6_a_run_that_fails_five_times_is_parked_stops_nobody_and_goes_on_when_it_is_retried),
    };

    /// <summary>What is not told, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> NotTold = new Dictionary<string, string>
    {
        ["post /api/auth/logout"] = Own,
        ["delete /api/auth/sessions/{id}"] = Own,
        ["delete /api/auth/sessions"] = Own,
        ["post /api/auth/forgot-password"] = "Anybody can ask, and nothing comes of it until the link is used.",
        ["post /api/auth/verification"] = "Nothing comes of it until the link is used.",
        ["post /api/auth/second-factor"] = "Nothing comes of it until the first code is right.",
        ["post /api/auth/passkeys/challenge"] = Nothing,
        ["patch /api/auth/passkeys/{id}"] = "Its name is a note of the person's own.",
        ["post /api/auth/login/passkey/challenge"] = Nothing,
        ["post /api/auth/providers/{provider}/sign-in"] = "Nothing comes of it until the provider has sent the person back.",
        ["post /api/auth/providers/{provider}/link"] = "Nothing comes of it until the provider has sent the person back.",
        ["post /api/invitations/preview"] = Nothing,
        ["delete /api/workspaces/{id}"] = "The log goes with its workspace.",
        ["post /api/events/send"] = Arrives,
        ["post /api/events/batch"] = Arrives,
        ["post /api/events/cloudevents"] = Arrives,
        ["options /api/events/cloudevents"] = Nothing,
        ["post /api/webhooks/{token}"] = Arrives,
        ["post /api/deliveries/{id}/replay"] = Arrives,
        ["post /api/event-sources/{id}/replay-skipped"] = Arrives,
        ["post /api/event-sources/{id}/test"] = Arrives,
        ["post /mcp"] = "What its tools make is told as made by the key.",
        ["post /api/event-sources/preview"] = Nothing,
        ["post /api/event-sources/{id}/preview"] = Nothing,
        ["post /api/templates/preview"] = Nothing,
        ["post /api/templates/{id}/preview"] = Nothing,
        ["post /api/automations/simulate"] = Nothing,
        ["post /api/automations/test"] = Nothing,
        ["post /api/enrollments/{id}/advance"] = Run,
        ["post /api/enrollments/{id}/complete"] = Run,
        ["post /api/contacts"] = Contact,
        ["patch /api/contacts/{id}"] = Contact,

        ["post /compat/resend/events/send"] = Arrives,
        ["post /compat/resend/contacts"] = Contact,
        ["patch /compat/resend/contacts/{id}"] = Contact,
        ["post /compat/loops/api/v1/events/send"] = Arrives,
        ["post /compat/loops/api/v1/contacts/create"] = Contact,
        ["put /compat/loops/api/v1/contacts/update"] = Contact,
        ["put /compat/customerio/api/v1/customers/{id}"] = Contact,
        ["post /compat/customerio/api/v1/customers/{id}/events"] = Arrives,
        ["post /compat/segment/v1/batch"] = Arrives,
        ["post /compat/segment/v1/track"] = Arrives,
        ["post /compat/segment/v1/identify"] = Contact,
        ["post /compat/segment/v1/page"] = Arrives,
        ["post /compat/segment/v1/screen"] = Arrives,
        ["post /compat/segment/v1/group"] = Arrives,
        ["post /compat/segment/v1/alias"] = Arrives,
        ["post /compat/plunk/api/v1/track"] = Arrives,
    };

    /// <summary>What must be so before, for there to be something to tell.</summary>
    public static Task PrepareAsync(string name, WalkedWorkspace workspace) => name switch
    {
        "post /api/automations/{id}/activate" => workspace.Client.PostAsync($"/api/automations/{workspace.AutomationId}/pause"),
        "post /api/event-patterns/{id}/learn" => workspace.Client.PostAsync("/api/events/send", new { email = "walker@example.com", eventName = "signUp", eventProperties = new { plan = "pro" } }),
        "post /compat/customerio/api/v1/customers/{id}/unsuppress" => workspace.Client.PostAsync("/api/suppressions", new { email = "walker@example.com" }),
        "post /api/event-patterns/declare-undeclared" => workspace.Client.PostAsync("/api/events/send", new { email = "walker@example.com", eventName = "undeclared" }),
        "post /api/contacts/import" => workspace.Client.UntilImportedAsync(workspace.ImportId.ToString()),
        _ => Task.CompletedTask,
    };

    /// <summary>What to send where the walk of strangers sends nothing of use.</summary>
    public static object? BodyOf(string name, EndpointWalk walk, WalkedWorkspace workspace) => name switch
    {
        "post /api/templates/{id}/test-send" => new { to = workspace.Client.Email },
        "post /api/contacts/import" => new { csv = "email\nwalker@example.com" },
        _ => walk.Body?.Invoke(workspace),
    };
}
