using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sendra.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SendingLimits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "messages_per_day",
                table: "workspaces",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "messages_per_second",
                table: "workspaces",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "limited_at",
                table: "outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "mail_turns",
                columns: table => new
                {
                    workspace_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    opens_at = table.Column<long>(type: "INTEGER", nullable: true),
                    second_began = table.Column<long>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    day_number = table.Column<int>(type: "INTEGER", nullable: false),
                    day_messages = table.Column<int>(type: "INTEGER", nullable: false),
                    per_second = table.Column<int>(type: "INTEGER", nullable: true),
                    per_day = table.Column<int>(type: "INTEGER", nullable: true),
                    time_zone = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mail_turns", x => x.workspace_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_limited",
                table: "outbox",
                columns: new[] { "workspace_id", "limited_at", "enrollment_id", "visit" },
                filter: "limited_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_mail_turns_open",
                table: "mail_turns",
                columns: new[] { "opens_at", "workspace_id" },
                filter: "opens_at IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_turns");

            migrationBuilder.DropIndex(
                name: "ix_outbox_limited",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "messages_per_day",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "messages_per_second",
                table: "workspaces");

            migrationBuilder.DropColumn(
                name: "limited_at",
                table: "outbox");
        }
    }
}
