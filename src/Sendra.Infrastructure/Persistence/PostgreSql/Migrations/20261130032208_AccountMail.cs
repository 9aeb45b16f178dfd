using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class AccountMail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "mailed_token_hash",
                table: "invitations",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "account_links",
                columns: table => new
                {
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<int>(type: "integer", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true, collation: "C"),
                    expires_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_links", x => x.token_hash);
                    table.ForeignKey(
                        name: "fk_account_links_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "account_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false, collation: "C"),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    workspace_id = table.Column<Guid>(type: "uuid", nullable: true),
                    invitation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_at = table.Column<long>(type: "bigint", nullable: false),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    step = table.Column<int>(type: "integer", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: true),
                    problem = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    sent_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_mails", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_mailed_token_hash",
                table: "invitations",
                column: "mailed_token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_links_expires_at",
                table: "account_links",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_account_links_user_id_purpose",
                table: "account_links",
                columns: new[] { "user_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "ix_account_mails_asked_at",
                table: "account_mails",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_account_mails_due_at",
                table: "account_mails",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_account_mails_email_asked_at",
                table: "account_mails",
                columns: new[] { "email", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_account_mails_workspace_id",
                table: "account_mails",
                column: "workspace_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_links");

            migrationBuilder.DropTable(
                name: "account_mails");

            migrationBuilder.DropIndex(
                name: "ix_invitations_mailed_token_hash",
                table: "invitations");

            migrationBuilder.DropColumn(
                name: "mailed_token_hash",
                table: "invitations");
        }
    }
}
